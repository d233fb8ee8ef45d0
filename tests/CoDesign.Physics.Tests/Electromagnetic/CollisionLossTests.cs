using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using Xunit.Abstractions;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class CollisionLossTests(ITestOutputHelper output)
{
    private const double Mass = PhysicalConstants.ElectronMass;

    public static TheoryData<string> EstarMaterials => [.. EstarReference.Materials.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(EstarMaterials))]
    public void Total_WithRadiation_IsThatOfEstar(string name)
    {
        Material material = MaterialCatalogue.Get(name);
        var collision = new CollisionLoss(material, -1);
        var radiation = new Bremsstrahlung(material, Particle.Electron);
        double perMass = Units.Cm / material.DensityGramPerCm3;
        double[] values = EstarReference.Materials.Single(m => m.Name == name).Values;
        double worst = 0;
        foreach ((double energy, double expected) in EstarReference.Energies.Zip(values))
        {
            double collisions = collision.Restricted(energy, energy) * perMass;
            double total = collisions + (radiation.RadiativeLoss(energy, energy) * perMass);
            output.WriteLine($"{name} {energy} MeV: {total:g5} ({collisions:g5} in collisions), ESTAR {expected}, "
                + $"{100 * ((total / expected) - 1):f2} %");
            worst = Math.Max(worst, Math.Abs((total / expected) - 1));
        }

        Assert.InRange(worst, 0, 0.03);
    }

    // Collisions alone, ESTAR [MeV cm2/g].
    [Theory]
    [InlineData(1, 1.849)]
    [InlineData(10, 1.968)]
    public void Collisions_InWater_AreThoseOfEstar(double energy, double expected) =>
        Assert.InRange(Unrestricted(MaterialCatalogue.Get("water"), -1, energy) * Units.Cm / expected, 0.97, 1.03);

    // Berger and Seltzer's formula for all transfers, written down a second time in StoppingPower.
    [Fact]
    public void Unrestricted_Electron_IsStoppingPower() =>
        Gen.Select(AnyOf.Materials, LogUniform(0.02, 1e6)).Check(200, (material, energy) =>
        {
            double perMass = material.StoppingPower().ElectronMeVCm2PerGram(energy);
            double expected = perMass * material.DensityGramPerCm3 / Units.Cm;
            Assert.InRange(Unrestricted(material, -1, energy) / expected, 1 - 1e-4, 1 + 1e-4);
        });

    // What collisions above the cut take and what those below it take is the whole loss, whatever the cut.
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Restricted_WithDeltaRays_IsTheWhole(int charge) =>
        (
            from energy in LogUniform(0.05, 1e5)
            from cut in LogUniform(1e-3, charge < 0 ? energy / 2 : energy)
            select (energy, cut)).Check(60, (energy, cut) =>
        {
            Material material = MaterialCatalogue.Get("silicon");
            double above = material.ElectronDensity * KnockOn.Integral(charge, energy, cut, transfer => transfer);
            double below = new CollisionLoss(material, charge).Restricted(energy, cut);
            double whole = Unrestricted(material, charge, energy);
            Assert.InRange((above + below) / whole, 1 - 1e-6, 1 + 1e-6);
        });

    [Fact]
    public void Restricted_LargerCut_LosesMore() =>
        (
            from charge in Gen.OneOf(-1, 1)
            from energy in LogUniform(0.1, 1e4)
            from cut in LogUniform(0.001, energy / 3)
            select (charge, energy, cut)).Check(200, (charge, energy, cut) =>
        {
            var loss = new CollisionLoss(MaterialCatalogue.Get("lead"), charge);
            Assert.True(loss.Restricted(energy, 1.1 * cut) > loss.Restricted(energy, cut));
            Assert.Equal(loss.Restricted(energy, energy), loss.Restricted(energy, 2 * energy), 12);
        });

    // ICRU Report 37: positrons lose more than electrons below 345 keV (7 % at 20 keV in aluminium) and less above (2
    // % at 10 MeV).
    [Theory]
    [InlineData(0.02, 1.04, 1.10)]
    [InlineData(10, 0.97, 0.99)]
    public void Unrestricted_Positron_DiffersAsTabulated(double energy, double low, double high) => Assert.InRange(
        Unrestricted(MaterialCatalogue.Get("aluminium"), 1, energy)
            / Unrestricted(MaterialCatalogue.Get("aluminium"), -1, energy), low, high);

    // The continuation to rest joins where the logarithm fails.
    [Fact]
    public void Restricted_LowEnergy_GoesToZeroContinuously()
    {
        var loss = new CollisionLoss(MaterialCatalogue.Get("lead"), -1);
        double from = 0.25e-3 * Math.Sqrt(82);
        Assert.Equal(loss.Restricted(from * (1 + 1e-9), 1), loss.Restricted(from * (1 - 1e-9), 1), 1e-6);
        Assert.Equal(loss.Restricted(from, 1) / 2, loss.Restricted(from / 4, 1), 9);
    }

    private static double Unrestricted(Material material, int charge, double energy) =>
        new CollisionLoss(material, charge).Restricted(energy, energy);

    /// <summary>Integrals over the density of knocked-on electrons, written down from the source.</summary>
    internal static class KnockOn
    {
        /// <summary>Integral of weight times dsigma/dtransfer above a cut [mm2 weight].</summary>
        public static double Integral(int charge, double energy, double cut, Func<double, double> weight)
        {
            const int Steps = 20_000;
            double low = Math.Log(cut / energy), high = Math.Log(charge < 0 ? 0.5 : 1);
            double h = (high - low) / Steps, sum = 0;
            for (int i = 0; i <= Steps; i++)
            {
                double x = Math.Exp(low + (i * h));
                double simpson = i == 0 || i == Steps ? 1 : i % 2 == 1 ? 4 : 2;
                sum += simpson * x * Density(charge, energy, x) * weight(x * energy);
            }

            return sum * h / 3;
        }

        // dsigma/dx [mm2], x = transfer/T: Messel and Crawford (1970).
        private static double Density(int charge, double energy, double x)
        {
            const double Radius = PhysicalConstants.ClassicalElectronRadius;
            double gamma = (energy / Mass) + 1, beta2 = 1 - (1 / (gamma * gamma));
            double scale = 2 * Math.PI * Radius * Radius * Mass / energy;
            if (charge < 0)
            {
                double y = 1 - x, g = ((2 * gamma) - 1) / (gamma * gamma);
                return scale / beta2 * (Math.Pow((gamma - 1) / gamma, 2) + (((1 / x) - g) / x) + (((1 / y) - g) / y));
            }

            double u = 1 / (gamma + 1), w = 1 - (2 * u);
            double b1 = 2 - (u * u), b2 = w * (3 + (u * u)), b4 = w * w * w, b3 = (w * w) + b4;
            return scale * ((1 / (beta2 * x * x)) - (b1 / x) + b2 - (b3 * x) + (b4 * x * x));
        }
    }
}
