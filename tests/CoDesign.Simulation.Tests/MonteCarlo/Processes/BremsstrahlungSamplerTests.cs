using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.MonteCarlo.Processes;
using CoDesign.Simulation.Random;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.MonteCarlo.Processes;

public sealed class BremsstrahlungSamplerTests
{
    private const double Cut = 0.1;

    private static readonly Bremsstrahlung Tungstate = new(MaterialCatalogue.Get("PbWO4"), Particle.Electron);
    private static readonly BremsstrahlungSampler Sampler = new(Tungstate, Cut, 1e6);

    // Chi-square of 400,000 photons in 40 bins of ln k against the integral of the cross section, allowing each bin the
    // 1.5 % (in quadrature) that the tables are meant for; 39 degrees of freedom, 5 sigma above.
    [Theory]
    [InlineData(0.15)]
    [InlineData(1)]
    [InlineData(23)]
    [InlineData(777)]
    [InlineData(10e3)]
    [InlineData(1e6)]
    public void SampleEnergy_ManyPhotons_FollowCrossSection(double kinetic)
    {
        const int Photons = 400_000, Bins = 40;
        double[] expected = Expected(kinetic, Bins);
        int[] found = new int[Bins];
        var rng = new TransportRandom(1, 0);
        double log = Math.Log(kinetic), range = Math.Log(kinetic / Cut);
        for (int i = 0; i < Photons; i++)
        {
            double k = Sampler.SampleEnergy(kinetic, log, ref rng);
            Assert.InRange(k, Cut, kinetic);
            found[Math.Min((int)(Math.Log(k / Cut) / range * Bins), Bins - 1)]++;
        }

        double chi2 = 0;
        for (int i = 0; i < Bins; i++)
        {
            double mean = Photons * expected[i], error2 = mean + Math.Pow(0.015 * mean, 2);
            chi2 += (found[i] - mean) * (found[i] - mean) / error2;
        }

        Assert.True(chi2 < 39 + (5 * Math.Sqrt(2 * 39)), $"chi2 {chi2:F1} for 39 degrees of freedom at {kinetic} MeV");
    }

    // The mean energy of a photon above the cut, which the loss of showers rests on: within 0.5 % and 5 sigma.
    [Theory]
    [InlineData(0.5)]
    [InlineData(30)]
    [InlineData(5e3)]
    public void SampleEnergy_ManyPhotons_HaveMeanOfCrossSection(double kinetic)
    {
        const int Photons = 1_000_000;
        double sum = 0, squares = 0;
        var rng = new TransportRandom(2, 0);
        for (int i = 0; i < Photons; i++)
        {
            double k = Sampler.SampleEnergy(kinetic, Math.Log(kinetic), ref rng);
            sum += k;
            squares += k * k;
        }

        double mean = sum / Photons, error = Math.Sqrt(((squares / Photons) - (mean * mean)) / Photons);
        double loss = Tungstate.RadiativeLoss(kinetic, kinetic) - Tungstate.RadiativeLoss(kinetic, Cut);
        double expected = loss / Tungstate.CrossSection(kinetic, Cut);
        Assert.InRange(mean - expected, -((5 * error) + (0.005 * expected)), (5 * error) + (0.005 * expected));
    }

    [Fact]
    public void SampleEnergy_AnyEnergyAndCut_StaysBetweenCutAndKinetic() =>
        Gen.Select(
            LogUniform(1e-3, 1), LogUniform(1.001, 1e6), Gen.ULong, Uniform(0, 1).Array[1000])
            .Check(20, (cut, ratio, seed, powers) =>
        {
            double highest = cut * ratio;
            var sampler = new BremsstrahlungSampler(Tungstate, cut, highest);
            var numbers = new TransportRandom(seed, 0);
            foreach (double power in powers)
            {
                double kinetic = cut * Math.Pow(highest / cut, power);
                Assert.InRange(sampler.SampleEnergy(kinetic, Math.Log(kinetic), ref numbers), cut, kinetic);
            }
        });

    [Fact]
    public void SampleEnergy_Called_AllocatesNothing()
    {
        var rng = new TransportRandom(3, 0);
        double sum = Sampler.SampleEnergy(10, Math.Log(10), ref rng);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
        {
            sum += Sampler.SampleEnergy(10, Math.Log(10), ref rng);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(sum > 0);
    }

    [Fact]
    public void Constructor_CutAboveHighestEnergy_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BremsstrahlungSampler(Tungstate, 1, 0.5));

    // Shares of equal bins in ln k, by the midpoint rule.
    private static double[] Expected(double kinetic, int bins)
    {
        const int Steps = 200;
        double[] shares = new double[bins];
        double width = Math.Log(kinetic / Cut) / (bins * Steps);
        for (int i = 0; i < bins * Steps; i++)
        {
            shares[i / Steps] += Tungstate.ScaledCrossSection(kinetic, Cut * Math.Exp((i + 0.5) * width));
        }

        double sum = shares.Sum();
        return [.. shares.Select(s => s / sum)];
    }
}
