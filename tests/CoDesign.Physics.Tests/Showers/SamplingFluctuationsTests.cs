using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;
using Xunit;

namespace CoDesign.Physics.Tests.Showers;

public sealed class SamplingFluctuationsTests
{
    // Geant4 TestEm3, 50 x (2.3 mm Pb + 5.7 mm LAr), 1 GeV e-: sigma/E = 6.20 +- 0.62 %; the closed form is an estimate
    // and has to come within two of these errors without corrections.
    [Fact]
    public void Resolution_TestEm3_AgreesWithGeant4()
    {
        var lead = MaterialCatalogue.Get("lead");
        var layer = (2.3 / lead.RadiationLength) + (5.7 / MaterialCatalogue.Get("liquid-argon").RadiationLength);
        var resolution = SamplingFluctuations.Resolution(1 * Units.GeV, lead.CriticalEnergy, layer);
        Assert.InRange(resolution, 0.0620 - (2 * 0.0062), 0.0620 + (2 * 0.0062));
    }

    // 3.2 % sqrt(7.43 MeV x 1 X0)/sqrt(1 GeV).
    [Fact]
    public void Resolution_OneRadiationLengthOfLead_IsRossi() =>
        Assert.Equal(0.032 * Math.Sqrt(7.43), SamplingFluctuations.Resolution(1000, 7.43, 1), 0.0005 * Math.Sqrt(7.43));

    [Fact]
    public void Resolution_FourTimesTheEnergy_IsHalved() => ForAll.Draws(50, rng =>
    {
        double e = rng.LogUniform(10, 1e6), ec = rng.LogUniform(7, 100), t = rng.LogUniform(0.01, 3);
        Assert.Equal(2, SamplingFluctuations.Resolution(e, ec, t) / SamplingFluctuations.Resolution(4 * e, ec, t), 12);
    });

    [Fact]
    public void MeanCosine_Lead_IsAmaldi() =>
        Assert.Equal(Math.Cos(21 / (Math.PI * 7.43)), SamplingFluctuations.MeanCosine(7.43), 12);

    [Fact]
    public void MeanCosine_LightMaterial_TendsToOne() =>
        Assert.InRange(SamplingFluctuations.MeanCosine(1000), 0.9999, 1);

    [Fact]
    public void VisibleTrackFraction_NoCut_IsOne() =>
        Assert.Equal(1, SamplingFluctuations.VisibleTrackFraction(0.4, 0, 7.43));

    [Fact]
    public void VisibleTrackFraction_HigherCut_SeesLess() => ForAll.Draws(100, rng =>
    {
        var cut = rng.LogUniform(1e-4, 1);
        Assert.True(SamplingFluctuations.VisibleTrackFraction(0.4, cut * 1.05, 7.43)
            < SamplingFluctuations.VisibleTrackFraction(0.4, cut, 7.43));
    });

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public void MeanCosine_OutOfRange_Throws(double criticalEnergy) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingFluctuations.MeanCosine(criticalEnergy));

    [Fact]
    public void VisibleTrackFraction_CutAboveRange_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingFluctuations.VisibleTrackFraction(0.4, 5, 7.43));
}
