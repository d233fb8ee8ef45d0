using CoDesign.Physics;
using Xunit;

namespace CoDesign.Detectors.Tests.UnitParsing;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("3 mm", 3)]
    [InlineData("3mm", 3)]
    [InlineData("-3 cm", -30)]
    [InlineData("1 GeV", 1000)]
    [InlineData("5 %", 0.05)]
    [InlineData("12", 12)]
    [InlineData("2e3 mm", 2000)]
    [InlineData("2 e", 2)]
    [InlineData("1 m2", 1e6)]
    [InlineData("1 m^2", 1e6)]
    [InlineData("120 EUR", 120)]
    [InlineData("1.5 kEUR", 1500)]
    [InlineData("0.03 EUR/cm3", 0.03e-3)]
    [InlineData("3 1/MeV", 3)]
    [InlineData("3/GeV", double.NaN)]
    [InlineData("2 GeV*mm", 2000)]
    [InlineData("6 mm*ns/MeV/mm", 6)]
    [InlineData("25 µm", 0.025)]
    [InlineData("25 um", 0.025)]
    public void Parse_OfText_IsInternalValue(string text, double expected)
    {
        if (double.IsNaN(expected))
        {
            Assert.Throws<FormatException>(() => Quantity.Parse(text));
            return;
        }

        Assert.Equal(expected, Quantity.Parse(text).Value, 1e-12 * Math.Abs(expected));
    }

    [Theory]
    [InlineData("20 pF", 20e-12 * Units.Farad)]
    [InlineData("10 nA", 10e-9 * Units.Ampere)]
    [InlineData("1 Mohm", 1e6 * Units.Ohm)]
    [InlineData("11.35 g/cm3", 11.35 * Units.Gram / Units.Cm3)]
    [InlineData("3 W", 3 * Units.Watt)]
    [InlineData("2 T", 2 * Units.Tesla)]
    [InlineData("90 deg", Math.PI / 2)]
    public void Parse_OfElectricalUnits_AgreesWithConstants(string text, double expected) =>
        Assert.Equal(expected, Quantity.Parse(text).Value, 1e-12 * expected);

    [Fact]
    public void Parse_OfNoiseDensity_HasHalfIntegerDimension()
    {
        var noise = Quantity.Parse("0.5 nV/sqrt(Hz)");

        Assert.Equal(0.5e-9 * Units.Volt / Math.Sqrt(Units.Hz), noise.Value, 1e-20);
        Assert.Equal(0.5, noise.Dimension.Time + 0.0, 1e-15);
        Assert.Equal(Unit.Parse("V").Dimension * Dimension.OfTime.Power(0.5), noise.Dimension);
    }

    [Theory]
    [InlineData("3 mmm", "'mmm' is not a unit")]
    [InlineData("3 mm/", "'mm/' is not a unit")]
    [InlineData("mm", "'mm' does not begin with a number")]
    [InlineData("", "'' does not begin with a number")]
    [InlineData("3 mm 2", "'mm 2' is not a unit")]
    public void TryParse_OfNonsense_SaysWhatIsWrong(string text, string message)
    {
        Assert.False(Quantity.TryParse(text, out _, out var error));
        Assert.Equal(message, error);
    }

    [Theory]
    [InlineData("3 mm")]
    [InlineData("0.03 EUR/cm3")]
    [InlineData("1 nV/sqrt(Hz)")]
    [InlineData("1.25 1/MeV")]
    public void ToString_OfParsed_IsTheText(string text) => Assert.Equal(text, Quantity.Parse(text).ToString());

    [Fact]
    public void Format_InAnotherUnit_Converts() => Assert.Equal("0.25 cm", Quantity.Format(2.5, "cm"));

    [Theory]
    [InlineData("3 mm", "length", "mm")]
    [InlineData("3 cm2", "area", "mm2")]
    [InlineData("3 V/sqrt(Hz)", "noise density", "nV/sqrt(Hz)")]
    [InlineData("3 pF", "capacitance", "pF")]
    [InlineData("3 MeV*mm", "MeV*mm", "MeV*mm")]
    [InlineData("3 mm^-4", "1/mm^4", "1/mm^4")]
    public void Dimension_OfQuantity_IsNamed(string text, string name, string preferred)
    {
        var dimension = Quantity.Parse(text).Dimension;

        Assert.Equal(name, dimension.ShortName);
        Assert.Equal(preferred, dimension.PreferredUnit.Text);
    }

    [Fact]
    public void Dimension_OfProductAndQuotient_Cancels()
    {
        var area = Dimension.OfLength * Dimension.OfLength;

        Assert.Equal(Dimension.OfLength.Power(2), area);
        Assert.True((area / area).IsNone);
        Assert.Equal(Dimension.OfLength, area.Power(0.5));
    }
}
