using System.Text.Json;
using CoDesign.Hdf5;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>One run of the tiny study from the command line, with --json.</summary>
public sealed class JsonRun : IDisposable
{
    internal Workplace Place { get; } = new();

    internal CommandResult Result { get; }

    public JsonRun() => Result = Place.Run("run", "study.yaml", "--out", "run", "--json");

    public void Dispose() => Place.Dispose();
}

public sealed class RunTests(JsonRun whole) : IClassFixture<JsonRun>, IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Run_Json_PrintsTheSummaryAndNothingElse()
    {
        Assert.Equal(0, whole.Result.Code);
        using JsonDocument printed = JsonDocument.Parse(whole.Result.Output); // one value and white space, or it throws
        Assert.Equal(JsonValueKind.Object, printed.RootElement.ValueKind);
        Assert.Equal(
            File.ReadAllText(whole.Place.In("run/summary.json")).TrimEnd(), whole.Result.Output.TrimEnd());
        Assert.Contains("%", whole.Result.Error, StringComparison.Ordinal);
        string[] arrays = Hdf5Library.Obstacle is null ? ["results.h5"] : [];
        Assert.Equal(
            ["geometry.resolved.yaml", "journal.jsonl", "report.html", .. arrays, "run.json", "study.resolved.yaml", "summary.json"],
            Directory.GetFiles(whole.Place.In("run")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Report_DeletedReport_IsWrittenAgainTheSame()
    {
        string report = whole.Place.In("run/report.html"), before = File.ReadAllText(report);
        File.Delete(report);

        CommandResult result = whole.Place.Run("report", "run");

        Assert.Equal((0, "run/report.html\n", ""), (result.Code, result.Output, result.Error));
        Assert.Equal(before, File.ReadAllText(report));
    }

    [Fact]
    public void Resume_FinishedRun_PrintsTheTableWithoutTerminalCodes()
    {
        CommandResult result = whole.Place.Run("resume", "run");

        Assert.Equal(0, result.Code);
        Assert.Contains("mass_resolution", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void Resume_AfterKill_GivesTheSameNumbers()
    {
        using (CodesignProcess process = CodesignProcess.Start(_place.Folder, "run", "study.yaml", "--out", "run"))
        {
            _place.WaitForLines(process, "run", 8);
            process.Signal("KILL");
            Assert.NotEqual(0, process.Wait().Code);
        }

        AssertResumes();
    }

    [Fact]
    public void Run_CtrlC_EndsCleanlyWithAHintAndResumes()
    {
        using (CodesignProcess process = CodesignProcess.Start(_place.Folder, "run", "study.yaml", "--out", "run"))
        {
            // Early: on a busy machine the run is at its end soon after.
            _place.WaitForLines(process, "run", 2);
            process.Signal("INT");
            CommandResult stopped = process.Wait();
            Assert.Equal((1, ""), (stopped.Code, stopped.Output));
            Assert.Contains("Continue with: codesign resume run", stopped.Error, StringComparison.Ordinal);
        }

        Assert.EndsWith("\n", File.ReadAllText(_place.In("run/journal.jsonl")));
        Assert.False(File.Exists(_place.In("run/run.lock")));
        AssertResumes();
    }

    [Fact]
    public void Resume_CorruptJournal_NamesTheLineAndChangesNothing()
    {
        CopyWhole();
        string[] lines = File.ReadAllLines(_place.In("run/journal.jsonl"));
        lines[4] = lines[4].Replace("\"seconds\":", "\"seconds\":1", StringComparison.Ordinal);
        File.WriteAllLines(_place.In("run/journal.jsonl"), lines);

        CommandResult result = _place.Run("resume", "run");

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.StartsWith("run/journal.jsonl:5  this line of the journal is corrupt", result.Error);
        Assert.Equal(lines, File.ReadAllLines(_place.In("run/journal.jsonl")));
    }

    [Fact]
    public void Report_RunOfAnOlderVersion_SaysSo()
    {
        CopyWhole();
        // The older schema had no layout; nor did its run.json say a format.
        _place.Edit("run/summary.json", "\"schema\": 4", "\"schema\": 1");
        _place.Edit("run/summary.json", "\"layout\"", "\"stack\"");
        _place.Edit("run/run.json", ",\"Format\":4", "");

        CommandResult result = _place.Run("report", "run");

        Assert.Equal(
            (2, "", "run/summary.json  written by an older version (schema 1), this one reads schema 4; run the study "
                + "again\n"),
            (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Resume_RunBegunByAnOlderVersion_SaysSoAndChangesNothing()
    {
        CopyWhole();
        _place.Edit("run/run.json", ",\"Format\":4", "");
        byte[] journal = File.ReadAllBytes(_place.In("run/journal.jsonl"));

        CommandResult result = _place.Run("resume", "run");

        Assert.Equal(
            (2, "", "run/run.json  the run was begun by an older version (format 1), this one continues format 4; run the "
                + "study again in another directory\n"),
            (result.Code, result.Output, result.Error));
        Assert.Equal(journal, File.ReadAllBytes(_place.In("run/journal.jsonl")));
    }

    [SmallDiskFact]
    public void Run_DiskFullFromTheStart_SaysSoAndLeavesNothing()
    {
        using var disk = new SmallDisk(_place.In("disk"));
        disk.Fill();

        CommandResult result = _place.Run("run", "study.yaml", "--out", "disk/run");

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.In("disk/run")));
    }

    [SmallDiskFact]
    public void Run_DiskFullOnTheWay_KeepsTheJournalWholeAndResumes()
    {
        using var disk = new SmallDisk(_place.In("disk"));
        using (CodesignProcess process = CodesignProcess.Start(_place.Folder, "run", "study.yaml", "--out", "disk/run"))
        {
            _place.WaitForLines(process, "disk/run", 4);
            disk.Fill();
            CommandResult result = process.Wait();
            Assert.Equal((1, ""), (result.Code, result.Output));
            Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
            Assert.Contains("continue with: codesign resume disk/run", result.Error, StringComparison.Ordinal);
        }

        Assert.EndsWith("\n", File.ReadAllText(_place.In("disk/run/journal.jsonl")));
        disk.Empty();
        CommandResult resumed = _place.Run("resume", "disk/run", "--json");
        Assert.Equal(0, resumed.Code);
        Assert.Equal(Workplace.Numbers(whole.Result.Output), Workplace.Numbers(resumed.Output));
    }

    private void CopyWhole()
    {
        Directory.CreateDirectory(_place.In("run"));
        foreach (string file in Directory.GetFiles(whole.Place.In("run")))
        {
            File.Copy(file, Path.Combine(_place.In("run"), Path.GetFileName(file)));
        }
    }

    private void AssertResumes()
    {
        CommandResult resumed = _place.Run("resume", "run", "--json");
        Assert.Equal(0, resumed.Code);
        Assert.Equal(Workplace.Numbers(whole.Result.Output), Workplace.Numbers(resumed.Output));
    }
}
