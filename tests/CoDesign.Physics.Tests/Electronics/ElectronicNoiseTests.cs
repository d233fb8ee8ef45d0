using CoDesign.Physics.Electronics;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Electronics;

public sealed class ElectronicNoiseTests
{
    private static readonly ElectronicNoise Example = new()
    {
        LeakageCurrent = 10e-9 * Units.Ampere,
        Capacitance = 20e-12 * Units.Farad,
        VoltageNoise = 1e-9 * Units.Volt / Math.Sqrt(Units.Hz),
    };

    // Computed: 20 pF x 1 nV/sqrt(Hz)/sqrt(2 q 10 nA) = 353.3 ns; ENC 285.4 electrons.
    [Fact]
    public void Optimum_TenNanoampereTwentyPicofarad_IsClosedForm()
    {
        Assert.Equal(353.3, Example.OptimalShapingTime / Units.Ns, 0.05);
        Assert.Equal(285.4, Example.MinimumNoiseCharge, 0.05);
        Assert.Equal(Example.MinimumNoiseCharge, Example.NoiseCharge(Example.OptimalShapingTime), 9);
    }

    // sqrt((2 + 1/2)/2) = 1.1180.
    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void NoiseCharge_HalfOrTwiceTheOptimum_IsElevenPercentLarger(double factor) => Assert.Equal(
        Math.Sqrt(1.25), Example.NoiseCharge(factor * Example.OptimalShapingTime) / Example.MinimumNoiseCharge, 9);

    [Fact]
    public void OptimalShapingTime_FlickerNoise_DoesNotMoveIt()
    {
        var flicker = Example with { FlickerCoefficient = 1e-12 * Units.Volt * Units.Volt };
        Assert.Equal(Example.OptimalShapingTime, flicker.OptimalShapingTime);
        Assert.True(flicker.MinimumNoiseCharge > Example.MinimumNoiseCharge);
        Assert.Equal(flicker.MinimumNoiseCharge, flicker.NoiseCharge(flicker.OptimalShapingTime), 9);
    }

    [Fact]
    public void NoiseCharge_AnyTime_IsNotBelowMinimum() =>
        Gen.Select(
            LogUniform(1e-12, 1e-6), LogUniform(1e-13, 1e-9), LogUniform(1e5, 1e9), LogUniform(0.01, 100))
            .Check(200, (current, capacitance, resistance, factor) =>
        {
            var noise = Example with
            {
                LeakageCurrent = current * Units.Ampere,
                Capacitance = capacitance * Units.Farad,
                ParallelResistance = resistance * Units.Ohm,
                Shaping = ShapingFactors.CrRc4,
            };
            var time = noise.OptimalShapingTime * factor;
            Assert.True(noise.NoiseCharge(time) >= noise.MinimumNoiseCharge * (1 - 1e-12));
        });

    // A resistor of 2 k T/(q I) makes the noise of the current I: 5.05 MOhm for 10 nA at 293.15 K.
    [Fact]
    public void ParallelResistance_EquivalentToCurrent_MakesSameNoise()
    {
        var resistance = 2 * PhysicalConstants.Boltzmann * Example.Temperature / Example.LeakageCurrent;
        Assert.Equal(5.05e6, resistance / Units.Ohm, 0.01e6);
        var resistor = Example with { LeakageCurrent = 0, ParallelResistance = resistance };
        Assert.Equal(Example.NoiseCharge(100), resistor.NoiseCharge(100), 9);
    }

    [Fact]
    public void Capacitance_NotPositive_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Example with { Capacitance = 0 });
}
