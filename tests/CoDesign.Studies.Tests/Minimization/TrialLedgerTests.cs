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
}
