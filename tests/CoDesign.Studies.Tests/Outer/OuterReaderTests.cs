using CoDesign.Studies.Configuration;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Outer;

public sealed class OuterReaderTests
{
    [Fact]
    public void Load_OuterLoop_MarksWhatHasNoGradient()
    {
        using TinyStudy tiny = StructuredStudy.Nested();
        Study study = tiny.Load();

        Assert.Equal(new OuterSettings(4, 6, 10), study.Outer);
        Assert.Equal(["plates", "metal"], study.Geometry.Space.Parameters.Where(p => p.IsStructural).Select(p => p.Name));
    }

    [Fact]
    public void Load_NoOuterLoop_SaysThatOneWouldDo()
    {
        using TinyStudy tiny = StructuredStudy.Free();

        string[] problems = tiny.Problems();

        Assert.Contains(problems, p => p.Contains("plates sets a number of layers", StringComparison.Ordinal)
            && p.Contains("outer: {trials: 24}", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("metal is a choice", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_NothingToChoose_IsAnError()
    {
        using TinyStudy tiny = new TinyStudy().Edit("objective:\n", StructuredStudy.Outer + "objective:\n");

        Assert.Contains("nothing is left for the outer loop to choose", Assert.Single(tiny.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownOuterParameter_NamesTheAllowed()
    {
        using TinyStudy tiny = StructuredStudy.Nested("outer: {trials: 4, parameters: [plate]}\n");

        string problem = Assert.Single(tiny.Problems());

        Assert.Contains("given plate, must be a free integer or choice", problem, StringComparison.Ordinal);
        Assert.Contains("did you mean plates?", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TradeoffOfNoConstraint_NamesTheKnown()
    {
        using TinyStudy tiny = new TinyStudy().Edit(
            "objective:\n", "tradeoff: {constraint: cots, levels: [1, 0.8]}\nobjective:\n");

        string problem = Assert.Single(tiny.Problems());

        Assert.Contains("study.yaml:", problem, StringComparison.Ordinal);
        Assert.Contains("given cots, must be a constraint of this study; did you mean cost?", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TradeoffOfALowerLimit_IsAnError()
    {
        using TinyStudy tiny = new TinyStudy()
            .Edit("constraints:\n", "constraints:\n  depth: {expression: depth, at_least: baseline}\n")
            .Edit("objective:\n", "tradeoff: {constraint: depth, levels: [1, 0.8]}\nobjective:\n");

        Assert.Contains("must be a constraint with at_most", Assert.Single(tiny.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TradeoffWithNetwork_IsAnError()
    {
        using TinyStudy tiny = new TinyStudy().Edit(
            "objective:\n", "tradeoff: {constraint: cost, levels: [1, 0.8]}\nreconstruction: {model: network}\nobjective:\n");

        Assert.Contains(tiny.Problems(), p => p.Contains("reconstruction: {model: linear}", StringComparison.Ordinal));
    }
}
