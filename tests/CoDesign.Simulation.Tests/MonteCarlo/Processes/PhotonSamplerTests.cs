using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.Random;
using Xunit;

namespace CoDesign.Simulation.Tests.MonteCarlo.Processes;

public sealed class PhotonSamplerTests
{
    private const double Mass = PhysicalConstants.ElectronMass;

    // Density in ln(E'/E): that of Klein and Nishina times e.
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(1000)]
    public void KleinNishina_Energy_FollowsDensity(double energy)
    {
        var rng = new TransportRandom(1, 1);
        double k = energy / Mass;
        Histogram.AssertFollows(
            -Math.Log(1 + (2 * k)),
            0,
            w =>
            {
                double e = Math.Exp(w), t = ((1 / e) - 1) / k;
                return 1 + (e * e) - (e * t * (2 - t));
            },
            () => Math.Log(KleinNishina.Sample(energy, ref rng, out _) / energy));
    }

    [Fact]
    public void KleinNishina_EveryDraw_IsOnTheComptonLine()
    {
        var rng = new TransportRandom(2, 1);
        for (int i = 0; i < 20_000; i++)
        {
            double energy = Math.Pow(10, -3 + (6 * rng.Uniform()));
            double scattered = KleinNishina.Sample(energy, ref rng, out double cosTheta);
            Assert.InRange(cosTheta, -1, 1);
            double line = energy / (1 + (energy / Mass * (1 - cosTheta)));
            Assert.Equal(1, scattered / line, 9);

            // Momentum balance gives an electron on its mass shell.
            double kinetic = energy - scattered;
            double p2 = (energy * energy) + (scattered * scattered) - (2 * energy * scattered * cosTheta);
            Assert.InRange(p2 - (kinetic * (kinetic + (2 * Mass))), -1e-9 * energy * energy, 1e-9 * energy * energy);
        }
    }

    [Fact]
    public void KleinNishina_LowEnergy_IsThomson()
    {
        var rng = new TransportRandom(3, 1);
        Histogram.AssertFollows(-1, 1, c => 1 + (c * c), () =>
        {
            KleinNishina.Sample(1e-6, ref rng, out double cosTheta);
            return cosTheta;
        });
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(10)]
    public void PhotoElectronAngle_FollowsSauter(double kinetic)
    {
        var rng = new TransportRandom(4, 1);
        double gamma = 1 + (kinetic / Mass), beta = Math.Sqrt(1 - (1 / (gamma * gamma)));
        Histogram.AssertFollows(
            -1,
            1,
            c =>
            {
                double d = 1 - (beta * c);
                return (1 - (c * c)) / Math.Pow(d, 4) * (1 + (0.5 * gamma * (gamma - 1) * (gamma - 2) * d));
            },
            () => PhotoElectronAngle.Sample(kinetic, ref rng));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(1000)]
    public void ModifiedTsaiAngle_FollowsDensity(double kinetic)
    {
        var rng = new TransportRandom(5, 1);
        double highest = 2 * (1 + (kinetic / Mass));
        Histogram.AssertFollows(
            0,
            Math.Min(highest, 40),
            u => (u * Math.Exp(-0.625 * u)) + (27 * u * Math.Exp(-1.875 * u)),
            () => highest * Math.Sqrt((1 - ModifiedTsaiAngle.Sample(kinetic, ref rng)) / 2));
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.1)]
    [InlineData(10)]
    [InlineData(10000)]
    public void AnnihilationInFlight_Energy_FollowsHeitler(double kinetic)
    {
        var rng = new TransportRandom(6, 1);
        double gamma = 1 + (kinetic / Mass), sum = gamma + 1, half = 0.5 * Math.Sqrt((gamma - 1) / sum);
        Histogram.AssertFollows(
            Math.Log(0.5 - half),
            Math.Log(0.5 + half),
            w => 1 - Math.Exp(w) + (((2 * gamma) - Math.Exp(-w)) / (sum * sum)),
            () => Math.Log(
                AnnihilationInFlight.Sample(kinetic, ref rng, out _, out _, out _) / (kinetic + (2 * Mass))));
    }

    [Fact]
    public void AnnihilationInFlight_EveryDraw_ConservesEnergyAndMomentum()
    {
        var rng = new TransportRandom(7, 1);
        for (int i = 0; i < 20_000; i++)
        {
            double kinetic = Math.Pow(10, -6 + (11 * rng.Uniform())), total = kinetic + (2 * Mass);
            double p = Math.Sqrt(kinetic * (kinetic + (2 * Mass)));
            double first = AnnihilationInFlight.Sample(
                kinetic, ref rng, out double c1, out double second, out double c2);
            Assert.Equal(1, (first + second) / total, 12);
            Assert.InRange(((first * c1) + (second * c2) - p) / total, -1e-6, 1e-6);
            double across = (first * first * (1 - (c1 * c1))) - (second * second * (1 - (c2 * c2)));
            Assert.InRange(across / (total * total), -1e-6, 1e-6);
        }
    }

    [Fact]
    public void AnnihilationInFlight_AtRest_IsBackToBack()
    {
        var rng = new TransportRandom(8, 1);
        Histogram.AssertFollows(-1, 1, _ => 1, () =>
        {
            double first = AnnihilationInFlight.Sample(0, ref rng, out double c1, out double second, out double c2);
            Assert.Equal(Mass, first);
            Assert.Equal(Mass, second);
            Assert.Equal(-c1, c2);
            return c1;
        });
    }

    [Theory]
    [InlineData(1, 3, 1e8)]
    [InlineData(82, 3, 1e8)]
    [InlineData(82, 30, 1e8)]
    [InlineData(82, 100, 1e8)]
    [InlineData(26, 10_000, 1e8)]
    [InlineData(82, 1_000_000, 4.3e6)]
    [InlineData(82, 1_000_000, 4.3e4)]
    public void PairSharing_FollowsDifferentialCrossSection(int z, double energy, double lpmEnergy)
    {
        var rng = new TransportRandom(9, 1);
        var sharing = new PairSharing(z, lpmEnergy);
        double smallest = Mass / energy;
        Histogram.AssertFollows(
            smallest,
            1 - smallest,
            e => PairProduction.Differential(z, energy, e, lpmEnergy),
            () => sharing.Sample(energy, ref rng));
    }

    [Fact]
    public void PairSharing_NearThreshold_LeavesMass()
    {
        var rng = new TransportRandom(10, 1);
        var sharing = new PairSharing(82, 4.3e6);
        for (int i = 0; i < 20_000; i++)
        {
            double energy = PairProduction.Threshold * Math.Exp(2 * rng.Uniform());
            double electron = sharing.Sample(energy, ref rng) * energy;
            Assert.InRange(electron, Mass * (1 - 1e-12), (energy - Mass) * (1 + 1e-12));
        }
    }

    [Fact]
    public void Samplers_AllocateNothing()
    {
        var rng = new TransportRandom(11, 1);
        var sharing = new PairSharing(82, 4.3e6);
        double Round()
        {
            double sum = KleinNishina.Sample(1, ref rng, out _) + PhotoElectronAngle.Sample(0.1, ref rng)
                + ModifiedTsaiAngle.Sample(1, ref rng) + sharing.Sample(100, ref rng) + sharing.Sample(5e5, ref rng);
            return sum + AnnihilationInFlight.Sample(1, ref rng, out _, out _, out _);
        }

        double total = Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            total += Round();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(total > 0);
    }
}
