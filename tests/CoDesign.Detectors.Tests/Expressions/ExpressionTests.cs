using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using Xunit;

namespace CoDesign.Detectors.Tests.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("12 / 3 / 2", 2)]
    [InlineData("6 / 2 mm", 3)]
    [InlineData("2 * gap + 1 mm", 7)]
    [InlineData("2 mm * gap", 6)]
    [InlineData("3 EUR/cm2 * area", 0.36)]
    [InlineData("1 mm^2 + area", 13)]
    [InlineData("sqrt(area + 4 mm2)", 4)]
    [InlineData("exp(log(count))", 5)]
    [InlineData("min(count, 2, 7)", 2)]
    [InlineData("max(count, 2, 7)", 7)]
    [InlineData("abs(-count)", 5)]
    [InlineData("round(2.4) + floor(2.9) + ceil(2.1)", 7)]
    [InlineData("log(gap / mm)", 1.0986122886681098)]
    [InlineData("gap / um", 3000)]
    [InlineData("5 % * gap / cm + GeV / MeV", 1000.015)]
    [InlineData("5 % * count", 0.25)]
    [InlineData("3 1/MeV", 3)]
    [InlineData("1/4", 0.25)]
    public void Evaluate_OfText_IsItsValue(string text, double expected) =>
        Assert.Equal(expected, Expression.Parse(text).Evaluate(Value), 1e-12);

    [Theory]
    [InlineData("2 mm + 3 ns", "cannot add '3 ns' (time) to '2 mm' (length)")]
    [InlineData("gap - 1", "cannot subtract '1' (number) from 'gap' (length)")]
    [InlineData("min(gap, area)", "cannot compare 'gap' (length) with 'area' (area) in min")]
    [InlineData("exp(gap)", "exp takes a number without unit, given 'gap' (length)")]
    [InlineData("gap ^ count", "the exponent 'count' of 'gap' (length) must be a constant number")]
    [InlineData("2 ^ gap", "the exponent 'gap' (length) must be a number without unit")]
    [InlineData("gapp * 2", "unknown name gapp")]
    public void DimensionOf_WrongDimensions_SaysWhich(string text, string message)
    {
        var exception = Assert.Throws<ExpressionException>(() => Expression.Parse(text).DimensionOf(DimensionOf));
        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("2 * gap + 1 mm", "length")]
    [InlineData("gap ^ 2", "area")]
    [InlineData("area ^ (1/2)", "length")]
    [InlineData("3 EUR/cm2 * area + 4 EUR", "amount of money")]
    [InlineData("gap / (2 mm)", "number")]
    public void DimensionOf_Formula_IsThatOfItsValue(string text, string name) =>
        Assert.Equal(name, Expression.Parse(text).DimensionOf(DimensionOf).ShortName);

    [Theory]
    [InlineData("", "the expression is empty")]
    [InlineData("2 *", "'2 *' ends where a value is missing")]
    [InlineData("(2 + 3", "'(2 + 3' ends where ')' is missing")]
    [InlineData("2 + gap mm", "unexpected 'mm' at column 9 of '2 + gap mm'")]
    [InlineData("2 $ 3", "unexpected '$' at column 3 of '2 $ 3'")]
    [InlineData("sqrt(1, 2)", "sqrt takes one argument, given 2")]
    [InlineData("min(1)", "min takes two or more arguments, given 1")]
    public void Parse_OfNonsense_SaysWhere(string text, string message)
    {
        var exception = Assert.Throws<ExpressionException>(() => Expression.Parse(text));
        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Names_OfExpression_AreListedOnce() =>
        Assert.Equal(["gap", "count"], Expression.Parse("gap * count + gap").Names);

    [Fact]
    public void Currencies_OfExpression_AreListedOnce() =>
        Assert.Equal(["EUR", "USD"], Expression.Parse("2 EUR + 3 USD/mm * gap + 1 EUR").Currencies);

    [Theory]
    [InlineData("mm", "mm is the symbol of a unit")]
    [InlineData("T", "T is the symbol of a unit")]
    [InlineData("cm2", "cm2 is the symbol of a unit")]
    [InlineData("sqrt", "sqrt is a function")]
    [InlineData("a-b", "a name consists of letters, digits and underscores and does not begin with a digit")]
    [InlineData("gap_2", "")]
    public void IsValidName_OfName_GivesReason(string name, string expected)
    {
        Assert.Equal(expected.Length == 0, Expression.IsValidName(name, out var reason));
        Assert.Equal(expected, reason);
    }

    private static double Value(string name) => name switch { "gap" => 3, "area" => 12, _ => 5 };

    private static Dimension DimensionOf(string name) => name switch
    {
        "gap" => Dimension.OfLength,
        "area" => Dimension.OfLength.Power(2),
        "count" => Dimension.None,
        _ => throw new ExpressionException($"unknown name {name}"),
    };

    public static TheoryData<string> Endless =>
    [
        string.Join(" + ", Enumerable.Repeat("gap", 20_000)), string.Join("^", Enumerable.Repeat("2", 20_000)),
        new string('-', 20_000) + "1", new string('(', 20_000) + "1" + new string(')', 20_000),
        "min(" + string.Join(",", Enumerable.Repeat("1", 20_000)) + ")",
        string.Concat(Enumerable.Repeat("sqrt(", 20_000)) + "1" + new string(')', 20_000),
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public void Parse_MoreOperandsThanADesignHas_IsRefused(string text) => Assert.Contains(
        "more than 1000 operands", Assert.Throws<ExpressionException>(() => Expression.Parse(text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Parse_AThousandOperands_AreEvaluated() => Assert.Equal(
        1000, Expression.Parse(string.Join(" + ", Enumerable.Repeat("1", 1000))).Evaluate(_ => throw new KeyNotFoundException()));
}
