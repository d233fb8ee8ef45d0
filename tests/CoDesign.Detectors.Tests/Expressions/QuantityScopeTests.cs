using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using Xunit;

namespace CoDesign.Detectors.Tests.Expressions;

public sealed class QuantityScopeTests
{
    private static readonly Dictionary<string, Dimension> Parameters = new()
    {
        ["gap"] = Dimension.OfLength,
        ["count"] = Dimension.None,
    };

    [Fact]
    public void Evaluate_OfChain_FollowsDerived()
    {
        var scope = Scope(("pitch", "2 * gap"), ("area", "pitch ^ 2"));

        Assert.Equal(36, scope.Evaluate(Expression.Parse("area"), _ => 3));
        Assert.Equal("area", scope.DimensionOf("area").ShortName);
    }

    [Fact]
    public void CycleThrough_OfCycle_ShowsIt()
    {
        var scope = Scope(("x", "y + gap"), ("y", "count * x"), ("z", "x"));

        Assert.Equal("x -> y -> x", scope.CycleThrough("x"));
        Assert.Equal("y -> x -> y", scope.CycleThrough("y"));
        Assert.Null(scope.CycleThrough("z"));
        Assert.Equal(
            "x is derived from itself: x -> y -> x",
            Assert.Throws<ExpressionException>(() => scope.DimensionOf("z")).Message);
    }

    [Fact]
    public void DimensionOf_UnknownName_SuggestsOne() => Assert.Equal(
        "unknown name gapp; did you mean gap?",
        Assert.Throws<ExpressionException>(() => Scope().DimensionOf("gapp")).Message);

    private static QuantityScope Scope(params (string Name, string Text)[] derived) =>
        new(Parameters, derived.ToDictionary(pair => pair.Name, pair => Expression.Parse(pair.Text)));
}
