using CoDesign.Physics.Materials;
using CoDesign.Physics.Scattering;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Scattering;

public sealed class MultipleScatteringTests
{
    // Computed from PDG, RPP 2018, eq. 33.15 at p = 1 GeV, beta = 1.
    [Theory]
    [InlineData(0.001, 0.317e-3)]
    [InlineData(0.01, 1.122e-3)]
    [InlineData(0.1, 3.924e-3)]
    public void HighlandAngle_OneGeV_IsPdgFormula(double depth, double expected) =>
        Assert.Equal(expected, MultipleScattering.HighlandAngle(1 * Units.GeV, 1, depth), 0.5e-6);

    // Geant4 TestEm5, 100 GeV mu+ through 1 m of iron: 1.178 mrad; the energy lost on the way is 2 %.
    [Fact]
    public void HighlandAngle_MuonThroughIron_AgreesWithGeant4()
    {
        var muon = Particle.MuonPlus;
        var depth = 1 * Units.Metre / MaterialCatalogue.Get("iron").RadiationLength;
        var momentum = 100 * Units.GeV;
        var beta = momentum / Math.Sqrt((momentum * momentum) + (muon.Mass * muon.Mass));
        Assert.Equal(1.182e-3, MultipleScattering.HighlandAngle(momentum, beta, depth), 0.5e-5);
        Assert.InRange(MultipleScattering.HighlandAngle(momentum, beta, depth) / 1.178e-3, 0.89, 1.11);
    }

    [Fact]
    public void HighlandAngle_MoreMaterialOrLessMomentum_ScattersMore() =>
        Gen.Select(LogUniform(10, 1e6), Uniform(0.2, 1), LogUniform(1e-3, 50)).Check(200, (p, beta, t) =>
        {
            var angle = MultipleScattering.HighlandAngle(p, beta, t);
            Assert.True(MultipleScattering.HighlandAngle(p, beta, 2 * t) > angle);
            Assert.Equal(2, angle / MultipleScattering.HighlandAngle(2 * p, beta, t), 12);
            Assert.Equal(angle, MultipleScattering.HighlandAngle(p, beta, t, -1));
        });

    [Fact]
    public void HighlandAngle_NoMaterial_IsZero() => Assert.Equal(0, MultipleScattering.HighlandAngle(100, 1, 0));

    [Theory]
    [InlineData(0, 1, 0.1, 1)]
    [InlineData(1, 0, 0.1, 1)]
    [InlineData(1, 1.1, 0.1, 1)]
    [InlineData(1, 1, -0.1, 1)]
    [InlineData(1, 1, 0.1, 0)]
    public void HighlandAngle_OutOfRange_Throws(double p, double beta, double depth, double charge) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleScattering.HighlandAngle(p, beta, depth, charge));

    // Many thin kicks of equal size: var y = (x theta0)^2/3 and correlation sqrt(3)/2, summed instead of integrated.
    [Fact]
    public void Displacement_SumOfThinKicks_IsClosedForm()
    {
        const int Slices = 100_000;
        double variance = 0, covariance = 0;
        for (var i = 0; i < Slices; i++)
        {
            var arm = (i + 0.5) / Slices;
            variance += arm * arm / Slices;
            covariance += arm / Slices;
        }

        Assert.Equal(Math.Sqrt(variance), MultipleScattering.Displacement(1, 1), 9);
        Assert.Equal(MultipleScattering.AngleDisplacementCorrelation, covariance / Math.Sqrt(variance), 9);
    }
}
