using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

/// <summary>The result against what the searches of the same run found.</summary>
public sealed class HonestComparisonTests : IDisposable
{
    private const string Cost = "  cost: {expression: cost, at_most: baseline}";

    private readonly TinyStudy _tiny = new();

    public void Dispose() => _tiny.Dispose();

    // A gradient descent that hardly moves loses to any search.
    [Fact]
    public void Run_SearchBeatsTheDescent_ItsDesignStartsTheLastDescentAndIsTheResult()
    {
        Study study = _tiny.Load(
            "optimizer.learning_rate=0.001", "optimizer.steps=10", "optimizer.batch=512", "searches.events_per_design=512",
            "evaluation.training_events=2048", "evaluation.test_events=2048");
        StudySummary summary = StudyRun.Start(study, TinyStudy.Request, _tiny.In("run"), _ => { }, CancellationToken.None);

        Assert.Contains("search", summary.FoundBy, StringComparison.Ordinal);
        Assert.True(summary.Optimum.Objective.Value < summary.Searches["gradient"].Objective);
        Assert.True(summary.Searches["gradient"].Excess > 0);
        Assert.All(summary.Searches.Values, s => Assert.True(s.Excess > -2 * s.ExcessError - 1e-9, $"{s.Excess} {s.ExcessError}"));
        Assert.DoesNotContain(summary.Warnings, w => w.Contains("better design than", StringComparison.Ordinal));
        Assert.All(summary.Constraints.Values, c => Assert.True(c.Satisfied));

        string journal = _tiny.In("run/journal.jsonl"), text = File.ReadAllText(journal);
        int cut = text.IndexOf("\"key\":\"last/2/step/3\"", StringComparison.Ordinal);
        Assert.True(cut > 0, "the last descent is in the journal");
        File.WriteAllText(journal, text[..(cut + 30)]);
        StudySummary resumed = StudyRun.Resume(_tiny.In("run"), _ => { }, CancellationToken.None);
        Assert.Equal(WholeRun.Numbers(SummaryJson.Write(summary)), WholeRun.Numbers(SummaryJson.Write(resumed)));
    }

    [Fact]
    public void Run_DescentIsTheBest_HasNoLastDescent()
    {
        StudySummary summary = _tiny.Start("run");

        Assert.StartsWith("gradient descent", summary.FoundBy, StringComparison.Ordinal);
        Assert.DoesNotContain("\"last/", File.ReadAllText(_tiny.In("run/journal.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FewDesigns_SaysThatItIsNoComparison()
    {
        StudySummary summary = _tiny.Start("run");

        SearchSummary random = summary.Searches["random"];
        Assert.Equal((3, null), (random.Designs, random.Excess));
        Assert.Equal("it knew 3 feasible designs, fewer than 5: this is no comparison", random.NoComparison);
        Assert.Contains(
            "The random search says nothing: it knew 3 feasible designs, fewer than 5: this is no comparison.",
            summary.Warnings);
    }

    [Fact]
    public void Run_EqualityConstraint_SearchesFindFeasibleDesigns()
    {
        StudySummary summary = StudyRun.Start(
            _tiny.Edit(Cost, Cost.Replace("at_most", "equal", StringComparison.Ordinal)).Load(
                "optimizer.steps=12", "searches.events_per_design=256"),
            TinyStudy.Request, _tiny.In("run"), _ => { }, CancellationToken.None);

        Assert.All((string[])["random", "sobol"], name =>
        {
            Assert.Equal(12, summary.Searches[name].Designs);
            Assert.True(summary.Searches[name].FeasibleFraction > 0.5);
            Assert.NotNull(summary.Searches[name].Excess);
        });
    }

    [Theory]
    [InlineData("{expression: absorber, at_least: 1.5 mm}", "{expression: absorber, at_most: 1.5 mm}")]
    [InlineData("{expression: absorber, equal: 1.5 mm}", "{expression: cost, at_most: 2 * baseline_cost}")]
    public void Find_ConstraintsThatLeaveOneValue_NamesTheParameter(string one, string other)
    {
        other = other.Replace("2 * baseline_cost", "1000000 EUR", StringComparison.Ordinal);
        Study study = _tiny.Edit(Cost, $"  one: {one}\n  other: {other}").Load();

        ConstraintFeasibility.Check(study);
        Problem note = Assert.Single(PinnedParameters.Find(study));

        Assert.Equal((_tiny.StudyFile, "constraints"), (note.File, note.KeyPath));
        Assert.Equal(
            "together they leave absorber one value, 1.5 mm: there is nothing to optimise in it",
            note.Message);
    }

    [Fact]
    public void Find_ConstraintsWithRoom_HasNoNotes() => Assert.Empty(PinnedParameters.Find(_tiny.Load()));
}
