using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Showers;

public sealed class LongoSestiliTests
{
    // ln(10 GeV/7.43 MeV) - 0.5 = 6.70 and + 0.5 = 7.70 (PDG, RPP 2022, eq. 34.36).
    [Theory]
    [InlineData("e-", 6.70)]
    [InlineData("e+", 6.70)]
    [InlineData("gamma", 7.70)]
    public void Maximum_10GeVInLead_IsPdgFormula(string particle, double expected)
    {
        var primary = Assert.IsType<Particle>(Particle.Find(particle));
        Assert.Equal(
            expected, LongoSestili.Maximum(
                10 * Units.GeV, MaterialCatalogue.Get("lead").CriticalEnergy, primary), 0.01);
    }

    [Fact]
    public void Maximum_Muon_Throws() =>
        Assert.Throws<ArgumentException>(() => LongoSestili.Maximum(1e4, 7.43, Particle.MuonMinus));

    [Theory]
    [InlineData(7.43)]
    [InlineData(-1)]
    public void Maximum_EnergyTooSmall_Throws(double energy) => Assert.Throws<ArgumentOutOfRangeException>(
        () => LongoSestili.Maximum(energy, 7.43, Particle.Electron));

    [Fact]
    public void Profile_AnyShape_PeaksAtShapeMinusOneOverScale() =>
        Gen.Select(LogUniform(1, 15), LogUniform(0.3, 0.8)).Check(200, (peak, b) =>
        {
            var a = LongoSestili.Shape(peak, b);
            var top = LongoSestili.Profile(1, peak, a, b);
            Assert.True(top > LongoSestili.Profile(1, peak * 0.99, a, b));
            Assert.True(top > LongoSestili.Profile(1, peak * 1.01, a, b));
        });

    [Fact]
    public void ContainedFraction_AnyShape_IsIntegralOfProfile() =>
        Gen.Select(Uniform(2, 6), LogUniform(0.3, 0.8), LogUniform(1, 20)).Check(20, (a, b, depth) =>
        {
            const int Steps = 2000; // Simpson's rule, error well below 1e-8 for these smooth profiles
            var sum = 0.0;
            for (var i = 0; i <= Steps; i++)
            {
                var weight = i is 0 or Steps ? 1 : i % 2 == 0 ? 2 : 4;
                sum += weight * LongoSestili.Profile(1, depth * i / Steps, a, b);
            }

            Assert.Equal(LongoSestili.ContainedFraction(depth, a, b), sum * depth / Steps / 3, 1e-6);
        });

    [Fact]
    public void Profile_TwiceTheEnergy_IsTwiceAsHigh() => Assert.Equal(
        2 * LongoSestili.Profile(100, 5, 3, 0.5), LongoSestili.Profile(200, 5, 3, 0.5), 12);

    [Fact]
    public void ContainedFraction_GreatDepth_IsAll() =>
        Assert.Equal(1, LongoSestili.ContainedFraction(500, 4, 0.5), 12);
}
