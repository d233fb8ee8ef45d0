using CoDesign.Studies.Minimization;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Minimization;

public sealed class TrialLedgerTests : IDisposable
{
    private readonly MinimizationPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Suggest_NothingForNow_IsAskedAgain()
    {
        string path = Path.Combine(_place.Folder, "journal.jsonl");
        using (Journal journal = Journal.Open(path))
        {
            var ledger = new TrialLedger(journal, path, _place.Space);
            Assert.Equal(0, ledger.Suggest(() => []));
            Assert.Equal(1, ledger.Suggest(() => [[0.5]]));
            Assert.Equal(0, ledger.Suggest(() => []));
        }

        using Journal again = Journal.Open(path);
        var resumed = new TrialLedger(again, path, _place.Space);
        Assert.Equal(1, resumed.Suggested);
        Assert.Equal(1, resumed.Suggest(() => [[0.25]]));
        Assert.Equal([0.25], resumed.Pending[2]);
    }

    [Fact]
    public void Finish_FirstAnswerForgetsConstraints_FailsItWhenOthersHaveThem()
    {
        string path = Path.Combine(_place.Folder, "journal.jsonl");
        using (Journal journal = Journal.Open(path))
        {
            var ledger = new TrialLedger(journal, path, _place.Space);
            ledger.Suggest(() => [[0.1], [0.2], [0.3], [0.4]]);
            ledger.Finish(1, Reply(new([-9], null, null, null)), 0);
            Assert.Null(ledger.Finished[0].Failure);
            ledger.Finish(2, Reply(new([1], null, [-1], null)), 0);
            ledger.Finish(3, Reply(new([2], null, [-1], null)), 0);
            Assert.NotNull(ledger.Finish(4, Reply(new([3, 3], null, [-1], null)), 0).Failure);
            Check(ledger);
        }

        using Journal again = Journal.Open(path);
        Check(new TrialLedger(again, path, _place.Space));

        static void Check(TrialLedger ledger)
        {
            Assert.Equal((1, 1), (ledger.Objectives, ledger.Constraints));
            Assert.Equal([true, false, false, true], ledger.Observations.Select(o => o.Failed()));
            Assert.Equal("constraints: given 0, must be 1 as in most answers", ledger.Finished[0].Failure?.Reason);
        }
    }

    [Fact]
    public void Finish_AnswerThatForgetsErrors_Fails()
    {
        string path = Path.Combine(_place.Folder, "journal.jsonl");
        using Journal journal = Journal.Open(path);
        var ledger = new TrialLedger(journal, path, _place.Space);
        ledger.Suggest(() => [[0.1], [0.2], [0.3]]);
        ledger.Finish(1, Reply(new([1], null, null, null)), 0);
        ledger.Finish(2, Reply(new([1], [0.1], null, null)), 0);
        ledger.Finish(3, Reply(new([1], [0.1], null, null)), 0);
        Assert.Equal([true, false, false], ledger.Observations.Select(o => o.Failed()));
        Assert.Contains("errors: given none", ledger.Finished[0].Failure?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdraw_Answers_AreAskedAgainAtMostThreeTimesAndAfterResume()
    {
        string path = Path.Combine(_place.Folder, "journal.jsonl");
        using (Journal journal = Journal.Open(path))
        {
            var ledger = new TrialLedger(journal, path, _place.Space);
            ledger.Suggest(() => [[0.1], [0.2]]);
            ledger.Finish(1, Reply(new([1], null, null, null)), 0);
            Assert.Equal([1], ledger.Withdraw([1], "out of step"));
            ledger.Finish(2, Reply(new([2], null, null, null)), 0);
        }

        using Journal again = Journal.Open(path);
        var resumed = new TrialLedger(again, path, _place.Space);
        Assert.Equal([2], resumed.Finished.Select(r => r.Trial));
        Assert.Equal([1], resumed.Pending.Keys);
        resumed.Finish(1, Reply(new([5], null, null, null)), 0);
        Assert.Equal([1], resumed.Withdraw([1], "out of step"));
        resumed.Finish(1, Reply(new([5], null, null, null)), 0);
        Assert.Empty(resumed.Withdraw([1], "out of step"));
        Assert.Contains("asked 3 times", resumed.Finished[1].Failure?.Reason, StringComparison.Ordinal);
        Assert.Empty(resumed.Pending);
    }

    private static ProgramReply Reply(ProgramAnswer answer) => new(answer, null, 0, false);
}
