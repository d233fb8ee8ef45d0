using CoDesign.Studies.Minimization;
using Xunit;

namespace CoDesign.Studies.Tests.Minimization;

public sealed class FailureLimitTests
{
    private static readonly TrialRecord Good = new(1, [0], new ProgramAnswer([1], null, null, null), null, 0, 0);
    private static readonly TrialRecord Bad = new(1, [0], null, new TrialFailure(FailureKind.Crash, "it ended"), 0, 0);

    [Fact]
    public void Count_TenFailuresAfterEarlierResults_AreNotTheFirst()
    {
        var limit = new FailureLimit([Good, Bad]);
        Assert.All(Enumerable.Range(0, 19), _ => Assert.Null(limit.Count(Bad)));
        Assert.Equal("the last 20 trials all failed", limit.Count(Bad));
    }

    [Fact]
    public void Count_FirstTen_EndTheSearchAndAllAreNamed()
    {
        var limit = new FailureLimit([.. Enumerable.Repeat(Bad, 10)]);
        Assert.All(Enumerable.Range(0, 9), _ => Assert.Null(limit.Count(Bad)));
        Assert.Equal("the first 20 trials all failed", limit.Count(Bad));
    }

    [Fact]
    public void Count_MoreThanNineOfTen_EndsTheSearch()
    {
        var limit = new FailureLimit([]);
        Assert.Null(limit.Count(Good));
        Assert.All(Enumerable.Range(0, 18), _ => Assert.Null(limit.Count(Bad)));
        Assert.Equal("19 of 20 trials failed", limit.Count(Bad));
    }

    [Fact]
    public void Count_NineOfTen_GoesOn()
    {
        var limit = new FailureLimit([]);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Null(limit.Count(i % 10 == 0 ? Good : Bad)));
    }
}
