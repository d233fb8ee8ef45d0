using CoDesign.Physics.Electromagnetic;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static CoDesign.Physics.Tests.Electromagnetic.CollisionLossTests;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class DeltaRayProductionTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void CrossSection_AnyCut_IsTheIntegralOfItsDensity(int charge) =>
        (
            from energy in LogUniform(0.01, 1e5)
            from cut in LogUniform(1e-3, charge < 0 ? 0.49 * energy : 0.99 * energy)
            select (energy, cut)).Check(60, (energy, cut) =>
        {
            double expected = KnockOn.Integral(charge, energy, cut, _ => 1);
            Assert.InRange(DeltaRayProduction.CrossSection(charge, energy, cut) / expected, 1 - 1e-6, 1 + 1e-6);
        });

    [Fact]
    public void CrossSection_CutOutOfReach_IsZero()
    {
        Assert.Equal(0, DeltaRayProduction.CrossSection(-1, 1, 0.5));
        Assert.Equal(0, DeltaRayProduction.CrossSection(1, 1, 1));
        Assert.True(DeltaRayProduction.CrossSection(1, 1, 0.9) > 0);
    }

    // Rutherford's limit 2 pi r_e2 m/(beta2 cut) where the cut is far below the energy.
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void CrossSection_SmallCut_IsRutherfords(int charge)
    {
        const double Radius = PhysicalConstants.ClassicalElectronRadius;
        double expected = 2 * Math.PI * Radius * Radius * PhysicalConstants.ElectronMass / 0.01;
        Assert.InRange(DeltaRayProduction.CrossSection(charge, 1e4, 0.01) / expected, 0.999, 1.001);
    }
}
