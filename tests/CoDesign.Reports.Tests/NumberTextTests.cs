using CoDesign.Reports.Numbers;
using Xunit;

namespace CoDesign.Reports.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(7.9346, 0.1249, "MeV", "7.93 ± 0.12 MeV")]
    [InlineData(7.9346, 0.0712, "MeV", "7.93 ± 0.07 MeV")]
    [InlineData(7.9346, 0.0962, "MeV", "7.93 ± 0.10 MeV")]
    [InlineData(7.9346, 0.354, "", "7.93 ± 0.35")]
    [InlineData(7.9346, 0.356, "", "7.9 ± 0.4")]
    [InlineData(1234.5, 27.3, "mm", "1234 ± 27 mm")]
    [InlineData(-123456.7, 27.3, "mm", "−123 457 ± 27 mm")]
    [InlineData(1234.5, 273, "mm", "1230 ± 270 mm")]
    [InlineData(-0.5, 0.02, "", "−0.500 ± 0.020")]
    [InlineData(12.34e6, 0.21e6, "", "(1.234 ± 0.021) × 10⁷")]
    [InlineData(1.234e-6, 4.2e-8, "mm", "(1.23 ± 0.04) × 10⁻⁶ mm")]
    [InlineData(13.82, 1.13, "%", "(13.8 ± 1.1) %")]
    [InlineData(0.01, 5.2, "", "0 ± 5")]
    public void WithError_ErrorKnown_RoundsByParticleDataGroupRule(double value, double error, string unit,
        string expected) =>
        Assert.Equal(expected, Spaces(NumberText.WithError(value, error, unit)));

    [Theory]
    [InlineData(7.93, double.NaN, "7.930 mm (error unknown)")]
    [InlineData(7.93, double.PositiveInfinity, "7.930 mm (error unknown)")]
    [InlineData(double.NaN, 1, "n/a")]
    [InlineData(double.NegativeInfinity, double.NaN, "n/a")]
    [InlineData(2, 0, "2.000 mm")]
    public void WithError_NotFiniteOrExact_SaysSo(double value, double error, string expected) =>
        Assert.Equal(expected, Spaces(NumberText.WithError(value, error, "mm")));

    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(2, 3, "2.00")]
    [InlineData(9.996, 3, "10.0")]
    [InlineData(118350, 5, "118 350")]
    [InlineData(9876.5, 5, "9876.5")]
    [InlineData(0.00123456, 3, "0.00123")]
    [InlineData(1.5e-7, 2, "1.5 × 10⁻⁷")]
    [InlineData(9.9996e5, 4, "1.000 × 10⁶")]
    public void Plain_AnySize_KeepsDigits(double value, int digits, string expected) =>
        Assert.Equal(expected, Spaces(NumberText.Plain(value, "", digits)));

    [Fact]
    public void Pair_Errors_RoundBothAlike()
    {
        Assert.Equal("1.139 → 0.982", Spaces(NumberText.Pair(new(1.1391, 0.0104, ""), new(0.98213, 0.009, ""))));
        Assert.Equal("9.11 → n/a", Spaces(NumberText.Pair(new(9.11, 0.1, "MeV"), new(double.NaN, 0.1, "MeV"))));
    }

    [Fact]
    public void Pair_SmallValues_ShareThePowerOfTen() => Assert.Equal(
        "(5.010 → 3.360) × 10⁻⁶ 1/mm",
        Spaces(NumberText.Pair(new(5.01e-6, 4e-9, "1/mm"), new(3.36e-6, 4e-9, "1/mm"))));

    [Theory]
    [InlineData(0.5, "0.5 T")]
    [InlineData(1000, "1000 T")]
    [InlineData(-12.346, "−12.35 T")]
    [InlineData(0, "0 T")]
    [InlineData(0.00215, "0.00215 T")]
    [InlineData(double.NaN, "n/a")]
    public void Trimmed_AnySize_HasNoTrailingZeros(double value, string expected) =>
        Assert.Equal(expected, Spaces(NumberText.Trimmed(value, "T")));

    [Theory]
    [InlineData(3.4e-6, 1e-7, -6)]
    [InlineData(2e7, 1, 7)]
    [InlineData(0.02, 3, 0)]
    [InlineData(double.NaN, 0, 0)]
    public void CommonExponent_Row_IsThatOfItsLargest(double first, double second, int expected) =>
        Assert.Equal(expected, NumberText.CommonExponent([first, second]));

    [Fact]
    public void Change_Sign_IsAlwaysWritten()
    {
        Assert.Equal("+3.2 %", Spaces(NumberText.Change(0.0321)));
        Assert.Equal("−14 %", Spaces(NumberText.Change(-0.138)));
        Assert.Equal("0 %", Spaces(NumberText.Change(0)));
        Assert.Equal("n/a", NumberText.Change(double.NaN));
    }

    [Theory]
    [InlineData(4.2, "4.2 s")]
    [InlineData(725, "12 min 5 s")]
    [InlineData(12000, "3 h 20 min")]
    public void Duration_UnitFollowsLength(double seconds, string expected) =>
        Assert.Equal(expected, Spaces(NumberText.Duration(seconds)));

    [Fact]
    public void Count_Thousands_AreParted() => Assert.Equal("21 400 000", Spaces(NumberText.Count(21_400_000)));

    private static string Spaces(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
