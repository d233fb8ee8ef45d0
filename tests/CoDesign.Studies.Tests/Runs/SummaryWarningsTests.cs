using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

public sealed class SummaryWarningsTests
{
    [Fact]
    public void AtBounds_SeveralParameters_AreOneSentenceForEachBound()
    {
        var parameters = new Dictionary<string, ParameterSummary>
        {
            ["position_1"] = Parameter("lower"),
            ["position_2"] = Parameter("lower"),
            ["field"] = Parameter("upper"),
            ["thickness"] = Parameter(null),
        };

        Assert.Equal(
            [
                "position_1, position_2 are at their lower bound: the optimum may lie beyond what the study allows.",
                "field is at its upper bound: the optimum may lie beyond what the study allows.",
            ],
            SummaryWarnings.AtBounds(parameters));
    }

    [Fact]
    public void AtBounds_ElementsOfAnArray_AreCounted()
    {
        var parameters = Enumerable.Range(1, 5).ToDictionary(
            i => $"position_{i}", i => Parameter(i <= 3 ? "lower" : null) with { Array = "position" });

        Assert.Equal(
            ["3 of 5 elements of position are at their lower bound: the optimum may lie beyond what the study allows."],
            SummaryWarnings.AtBounds(parameters));
    }

    private static ParameterSummary Parameter(string? bound) => new()
    {
        Value = 1,
        Unit = "mm",
        AtBound = bound,
        Bounds = [1, 2],
        Stage = "geometry",
        Kind = "continuous",
        Description = "",
    };
}
