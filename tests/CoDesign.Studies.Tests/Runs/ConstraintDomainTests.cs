using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

/// <summary>Constraints that are not finite numbers.</summary>
public sealed class ConstraintDomainTests : IDisposable
{
    private const string Cost = "  cost: {expression: cost, at_most: baseline}";

    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Theory]
    [InlineData("cost / 0", "3 EUR", "it is infinite")]
    [InlineData("sqrt(1 - absorber / 1 mm)", "3", "it is not a number")]
    [InlineData("sqrt(absorber / 2 mm - 1)", "3", "its gradient by absorber is infinite")]
    [InlineData("log(2 - absorber / 1 mm)", "3", "it is infinite")]
    public void Check_NotFiniteAtTheBaseline_NamesConstraintFileAndLine(string expression, string limit, string fault)
    {
        Study study = With(expression, limit);

        var error = Assert.Throws<StudyException>(() => ConstraintDomain.Check(study));

        Problem problem = Assert.Single(error.Problems);
        Assert.Equal((_tiny.StudyFile, 14, "constraints.odd"), (problem.File, problem.Line, problem.KeyPath));
        Assert.StartsWith($"at the baseline {fault}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NotFiniteInAPartOfTheSpace_SaysWhere()
    {
        Problem note = Assert.Single(ConstraintDomain.Check(With("sqrt(absorber / 1 mm - 1.5)", "3")));

        Assert.Equal("constraints.odd", note.KeyPath);
        Assert.Contains("it is not a number at 75 of 256 designs over the space, for absorber 1", note.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FiniteConstraints_HasNoNotes() => Assert.Empty(ConstraintDomain.Check(_tiny.Load()));

    // The descent is drawn to thick absorbers, where the constraint is no number.
    [Fact]
    public void Run_ConstraintWithoutValueOnTheWay_BacksOffAndEnds()
    {
        Study study = With("sqrt(2.05 - absorber / 1 mm)", "3", "optimizer.learning_rate=0.5");

        StudySummary summary = StudyRun.Start(study, TinyStudy.Request, _tiny.In("run"), _ => { }, CancellationToken.None);

        Assert.True(summary.Optimum.Parameters["absorber"].Value <= 2.05);
        Assert.Contains(summary.Warnings, w => w.Contains("the constraint odd is NaN", StringComparison.Ordinal)
            && w.Contains("counted as not allowed", StringComparison.Ordinal));
        Assert.Contains(summary.Warnings, w => w.StartsWith("constraints.odd: it is not a number", StringComparison.Ordinal));
        Assert.All(summary.Constraints.Values, c => Assert.True(c.Satisfied));
    }

    private Study With(string expression, string limit, params string[] overrides) => _tiny
        .Edit(Cost, $"{Cost}\n  odd: {{expression: {expression}, at_most: {limit}}}").Load(overrides);
}
