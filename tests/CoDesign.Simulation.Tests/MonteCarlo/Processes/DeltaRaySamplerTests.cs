using CoDesign.Physics;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.Random;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.MonteCarlo.Processes;

public sealed class DeltaRaySamplerTests
{
    private const double Mass = PhysicalConstants.ElectronMass;

    // Density in ln x, x = transfer/T: x times Moller's (Messel and Crawford, 1970).
    [Theory]
    [InlineData(0.1, 0.001)]
    [InlineData(1, 0.1)]
    [InlineData(3, 1.4)]
    [InlineData(1000, 0.5)]
    public void Moller_Transfer_FollowsDensity(double energy, double cut)
    {
        var rng = new TransportRandom(21, 1);
        double gamma = 1 + (energy / Mass), g = ((2 * gamma) - 1) / (gamma * gamma);
        Histogram.AssertFollows(
            Math.Log(cut / energy),
            Math.Log(0.5),
            w =>
            {
                double x = Math.Exp(w), y = 1 - x;
                return x * (Math.Pow((gamma - 1) / gamma, 2) + (((1 / x) - g) / x) + (((1 / y) - g) / y));
            },
            () => Math.Log(DeltaRaySampler.Moller(energy, cut, ref rng) / energy));
    }

    // Density in ln x: x times Bhabha's.
    [Theory]
    [InlineData(0.1, 0.001)]
    [InlineData(1, 0.1)]
    [InlineData(3, 2.5)]
    [InlineData(1000, 0.5)]
    public void Bhabha_Transfer_FollowsDensity(double energy, double cut)
    {
        var rng = new TransportRandom(22, 1);
        double gamma = 1 + (energy / Mass), beta2 = 1 - (1 / (gamma * gamma)), u = 1 / (gamma + 1), v = 1 - (2 * u);
        double b1 = 2 - (u * u), b2 = v * (3 + (u * u)), b4 = v * v * v, b3 = (v * v) + b4;
        Histogram.AssertFollows(
            Math.Log(cut / energy),
            0,
            w =>
            {
                double x = Math.Exp(w);
                return x * ((1 / (beta2 * x * x)) - (b1 / x) + b2 - (b3 * x) + (b4 * x * x));
            },
            () => Math.Log(DeltaRaySampler.Bhabha(energy, cut, ref rng) / energy));
    }

    // Both outgoing particles under their angles have the momentum of the incoming one.
    [Fact]
    public void CosineOfDelta_BothParticles_ConserveMomentum() =>
        Gen.Select(LogUniform(0.01, 1e5), Uniform(0, 1)).Check(500, (energy, share) =>
        {
            double transfer = energy * share;
            double first = DeltaRaySampler.CosineOfDelta(energy, transfer);
            double second = DeltaRaySampler.CosineOfDelta(energy, energy - transfer);
            double p = Momentum(energy), p1 = Momentum(transfer), p2 = Momentum(energy - transfer);
            Assert.Equal(p, (p1 * first) + (p2 * second), 1e-9 * p);
            double across = p1 * Math.Sqrt(1 - (first * first)), other = p2 * Math.Sqrt(1 - (second * second));
            Assert.Equal(across, other, 1e-6 * p);
        });

    [Fact]
    public void Samplers_ManyDraws_AllocateNothing()
    {
        var rng = new TransportRandom(23, 1);
        Draw(100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = Draw(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);

        double Draw(int count)
        {
            double total = 0;
            for (int i = 0; i < count; i++)
            {
                total += DeltaRaySampler.Moller(10, 0.5, ref rng) + DeltaRaySampler.Bhabha(10, 0.5, ref rng);
            }

            return total;
        }
    }

    private static double Momentum(double energy) => Math.Sqrt(energy * (energy + (2 * Mass)));
}
