using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class ElementBremsstrahlungTests
{
    // Seltzer and Berger state 3-5 % for their own spectra above 50 keV (10 % between 2 and 50 MeV at the tip); the
    // target here is 5-10 % of them for k/T of 0.05 to 0.95. Hydrogen and 50 keV do not quite reach it.
    [Theory]
    [InlineData("seltzer-berger.txt")]
    [InlineData("seltzer-berger-check.txt")]
    public void ScaledCrossSection_From50Kev_FollowsSeltzerAndBerger(string file)
    {
        foreach (SeltzerBerger row in SeltzerBerger.Read(file).Where(r => r.Energy >= 0.05))
        {
            var element = new ElementBremsstrahlung(row.AtomicNumber);
            double tolerance = row.AtomicNumber == 1 ? 0.13 : row.Energy < 0.1 ? 0.12 : 0.10;
            for (int i = 1; i < 12; i++)
            {
                double ours = element.ScaledCrossSection(row.Energy, SeltzerBerger.Kappa[i] * row.Energy);
                double ratio = ours / row.CrossSection(i);
                Assert.True(
                    Math.Abs(ratio - 1) < tolerance,
                    $"Z={row.AtomicNumber} T={row.Energy} k/T={SeltzerBerger.Kappa[i]}: {ratio:F3}");
            }
        }
    }

    // The fit as its script left it, through the C# formulas: the stopping power of the fitted elements.
    [Theory]
    [InlineData("seltzer-berger.txt")]
    [InlineData("seltzer-berger-check.txt")]
    public void ScaledCrossSection_Integral_IsSeltzerAndBergersWithinThreePercent(string file)
    {
        foreach (SeltzerBerger row in SeltzerBerger.Read(file).Where(r => r.Energy >= 0.05))
        {
            var element = new ElementBremsstrahlung(row.AtomicNumber);
            double[] ours = [.. SeltzerBerger.Kappa.Select(k => element.ScaledCrossSection(
                row.Energy, Math.Clamp(k, 1e-7, 1 - 1e-7) * row.Energy) / row.Unit)];
            double ratio = (row with { Scaled = ours }).Integral / row.Integral;
            Assert.True(
                Math.Abs(ratio - 1) < (row.AtomicNumber == 1 ? 0.045 : 0.03),
                $"Z={row.AtomicNumber} T={row.Energy}: {ratio:F3}");
        }
    }

    // Complete screening (Tsai 1974, eq. 3.83), which the correction lowers by up to 2.4 %: at 1 TeV,
    // k dsigma/dk = 4 alpha r_e^2 {(4/3 (1 - y) + y^2) [Z^2 (L - f) + Z L'] + (1 - y) (Z^2 + Z)/9}.
    [Theory]
    [InlineData(1, 5.31, 6.144)]
    [InlineData(4, 4.71, 5.924)]
    [InlineData(13, 4.361, 5.375)]
    [InlineData(82, 3.747, 4.147)]
    public void ScaledCrossSection_HighEnergy_IsThatOfCompleteScreening(int z, double elastic, double inelastic)
    {
        const double Radius = PhysicalConstants.ClassicalElectronRadius;
        var element = new ElementBremsstrahlung(z);
        foreach (double y in new[] { 0.01, 0.1, 0.5, 0.9 })
        {
            double logs = (z * z * (elastic - NuclearData.CoulombCorrection(z))) + (z * inelastic);
            double expected = 4 * PhysicalConstants.FineStructure * Radius * Radius
                * ((((4.0 / 3 * (1 - y)) + (y * y)) * logs) + ((1 - y) * ((z * z) + z) / 9));
            Assert.InRange(element.ScaledCrossSection(1e6, y * 1e6) / expected, 0.975, 1.003);
        }
    }

    [Fact]
    public void ScaledCrossSection_AnyArguments_IsPositiveAndFinite() =>
        Gen.Select(Gen.Int[1, 92], LogUniform(1e-3, 1e6), LogUniform(1e-9, 1)).Check(500, (z, kinetic, share) =>
        {
            var element = new ElementBremsstrahlung(z);
            double k = kinetic * share;
            double found = element.ScaledCrossSection(kinetic, k);
            Assert.True(double.IsFinite(found) && found > 0, $"Z={element.AtomicNumber} T={kinetic} k={k}: {found}");
            Assert.True(element.ScaledCrossSection(kinetic, kinetic) >= 0);
            Assert.Equal(0, element.ScaledCrossSection(kinetic, 1.001 * kinetic));
        });

    [Fact]
    public void PositronRatio_AnyElement_GrowsWithEnergyFromZeroToOne() =>
        Gen.Select(Gen.Int[1, 92], LogUniform(1e-3, 100)).Check(200, (z, kinetic) =>
        {
            var element = new ElementBremsstrahlung(z);
            double ratio = element.PositronRatio(kinetic);
            Assert.InRange(ratio, 0, 1);
            Assert.True(element.PositronRatio(1.1 * kinetic) >= ratio - 2e-3); // the published fit is flat at its end
        });

    // Kim et al. find the ratio to depend on T/Z^2 alone; far above it the charge does not matter.
    [Fact]
    public void PositronRatio_SameEnergyOverZSquared_IsTheSame()
    {
        double light = new ElementBremsstrahlung(10).PositronRatio(0.01);
        Assert.Equal(light, new ElementBremsstrahlung(80).PositronRatio(0.64), 12);
        Assert.InRange(new ElementBremsstrahlung(82).PositronRatio(1e4), 0.99, 1);
    }
}
