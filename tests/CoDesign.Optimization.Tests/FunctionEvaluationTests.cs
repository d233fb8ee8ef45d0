using Xunit;

namespace CoDesign.Optimization.Tests;

public sealed class FunctionEvaluationTests
{
    private static readonly FunctionEvaluation Fine = new()
    {
        Value = 1,
        Gradient = [1, 2],
        Constraints = [-1, 0],
        Jacobian = [[0, 1], [1, 0]],
    };

    public static TheoryData<FunctionEvaluation, string> Broken() => new()
    {
        { Fine with { Value = double.NaN }, "the objective is NaN" },
        { Fine with { Value = double.PositiveInfinity }, "the objective is Infinity" },
        { Fine with { Gradient = [1, double.NaN] }, "the gradient of the objective by cell_size is NaN" },
        { Fine with { Constraints = [0, double.NaN] }, "the constraint depth is NaN" },
        { Fine with { Jacobian = [[0, double.NaN], [1, 0]] }, "the gradient of the constraint cost by cell_size is NaN" },
    };

    [Fact]
    public void NotFinite_FiniteNumbers_IsNull() =>
        Assert.Null(Fine.NotFinite(["absorber", "cell_size"], ["cost", "depth"]));

    [Theory]
    [MemberData(nameof(Broken))]
    public void NotFinite_NotFinite_NamesTheQuantity(FunctionEvaluation evaluation, string message) =>
        Assert.Equal(message, evaluation.NotFinite(["absorber", "cell_size"], ["cost", "depth"]));
}
