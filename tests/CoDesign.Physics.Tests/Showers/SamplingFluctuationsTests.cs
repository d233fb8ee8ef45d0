using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Showers;

public sealed class SamplingFluctuationsTests
{
    // Geant4 TestEm3, 50 x (2.3 mm Pb + 5.7 mm LAr), 1 GeV e-: sigma/E = 6.20 +- 0.62 %; the closed form is an estimate
    // and has to come within two of these errors.
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
    public void Resolution_FourTimesTheEnergy_IsHalved() =>
        Gen.Select(LogUniform(10, 1e6), LogUniform(7, 100), LogUniform(0.01, 3)).Check(50, (e, ec, t) =>
        {
            double resolution = SamplingFluctuations.Resolution(e, ec, t);
            Assert.Equal(2, resolution / SamplingFluctuations.Resolution(4 * e, ec, t), 12);
        });
}
