using System.Diagnostics;
using CoDesign.Studies.Minimization;
using Xunit;

namespace CoDesign.Studies.Tests.Minimization;

public sealed class ProgramTests : IDisposable
{
    private readonly MinimizationPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("{\"objectives\": [\"\\ud800\"]}")]
    [InlineData("{\"\\udc00\": 1, \"objectives\": [1]}")]
    [InlineData("{\"objectives\": [1], \"gradient\": {\"\\ud800\": 1}}")]
    public void Read_HalfASurrogatePair_IsGarbage(string line)
    {
        var reader = new AnswerReader(_place.Space.Parameters);
        Assert.Equal(FailureKind.Garbage, Assert.Throws<AnswerException>(() => reader.Read(line, 1)).Failure.Kind);
    }

    [Fact]
    public void Ask_FolderThatIsGone_IsACrashThatSaysSo()
    {
        using var worker = new ProgramWorker(
            _place.Command("cat") with { Directory = Path.Combine(_place.Folder, "nowhere") }, _place.Space.Parameters,
            Path.Combine(_place.Folder, "errors"));

        ProgramReply reply = worker.Ask([0.5], 1, CancellationToken.None);

        Assert.Equal(FailureKind.Crash, reply.Failure?.Kind);
        Assert.Contains("could not be started in", reply.Failure?.Reason, StringComparison.Ordinal);
        Assert.True(reply.CannotStart);
    }

    [Fact]
    public void Dispose_ProgramThatFloodsItsOutput_LeavesNoThread()
    {
        var process = new ProgramProcess(_place.Command("exec yes"), Path.Combine(_place.Folder, "errors"));
        long late = Stopwatch.GetTimestamp() + (300 * Stopwatch.Frequency); // only output that hangs takes so long
        Assert.Equal("y", process.Read(late, CancellationToken.None));
        Assert.True(process.HoldsThreads);
        process.Dispose();
        Assert.False(process.HoldsThreads);
    }

    [Fact]
    public void Ask_ProgramThatNeverReadsALongLine_RunsIntoItsTimeLimit()
    {
        // The name is longer than a pipe of 64 KiB.
        ProgramParameter[] parameters =
            [_place.Space.Parameters[0] with { Variable = _place.Space.Parameters[0].Variable with { Name = new string('x', 1 << 20) } }];
        using var worker = new ProgramWorker(
            _place.Command("sleep 300; touch slept", timeout: 1), parameters, Path.Combine(_place.Folder, "errors"));

        ProgramReply reply = worker.Ask([0.5], 1, CancellationToken.None);

        Assert.Equal(FailureKind.Timeout, reply.Failure?.Kind);
        // Whoever waits for the line to be read waits until the program has slept.
        Assert.False(File.Exists(Path.Combine(_place.Folder, "slept")));
    }

    [Theory]
    [InlineData("lead+steel")]
    [InlineData("Blei-Glätte")]
    public void Json_Word_IsNotEscaped(string word)
    {
        File.WriteAllText(Path.Combine(_place.Folder, "words.yaml"), $"parameters: {{a: {{choices: [{word}, air]}}}}\n");
        ProgramSpace space = ProgramSpaceReader.Read(Path.Combine(_place.Folder, "words.yaml"), []);
        Assert.Equal($"{{\"a\": \"{word}\"}}", ProgramParameter.Json(space.Parameters, [0]));
    }

    [Theory]
    [InlineData("sh -c 'sleep 0.3; exec 1>&-; sleep 600'")]
    [InlineData("sh -c 'sleep 0.3; exec 1>&-; sleep 600'; true")]
    public void Ask_ProgramThatClosesItsOutput_IsACrash(string command)
    {
        using var worker = new ProgramWorker(
            _place.Command(command, timeout: 60), _place.Space.Parameters, Path.Combine(_place.Folder, "errors"));
        ProgramReply reply = worker.Ask([0.5], 1, CancellationToken.None);
        Assert.Equal(FailureKind.Crash, reply.Failure?.Kind);
        Assert.Contains("closed its output before it answered", reply.Failure?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setsid sleep 617 & sleep 617")]
    [InlineData("setsid -f sleep 617; sleep 617")]
    [InlineData("env -i setsid sleep 617 & sleep 617")]
    public void Ask_GrandchildInASessionOfItsOwn_IsKilledAtTheTimeLimit(string command)
    {
        string mark = Path.Combine(_place.Folder, "pids");
        using var worker = new ProgramWorker(
            _place.Command(command.Replace("sleep 617", $"sh -c 'echo $$ >>{mark}; exec sleep 617'", StringComparison.Ordinal), timeout: 1),
            _place.Space.Parameters, Path.Combine(_place.Folder, "errors"));
        Assert.Equal(FailureKind.Timeout, worker.Ask([0.5], 1, CancellationToken.None).Failure?.Kind);
        Assert.All(File.ReadAllLines(mark), id => Assert.DoesNotContain(
            "617", ProcessTree.Text($"/proc/{id}/cmdline"), StringComparison.Ordinal));
    }

    [Fact]
    public void Ask_AnswerAbove16MiB_IsCalledTooLong()
    {
        using var worker = new ProgramWorker(
            _place.Command("read -r line; printf '{\"objectives\": [1], \"own\": \"'; head -c 17000000 /dev/zero | tr '\\0' x; sleep 60", timeout: 60),
            _place.Space.Parameters, Path.Combine(_place.Folder, "errors"));
        string reason = worker.Ask([0.5], 1, CancellationToken.None).Failure?.Reason ?? "";
        Assert.Contains("a line of more than 16777216 characters (16 MiB)", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("no JSON object", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepKeyOfTheProgramsOwn_IsJson()
    {
        string deep = new string('[', 200) + new string(']', 200);
        Assert.Equal([1.0], new AnswerReader(_place.Space.Parameters).Read($"{{\"objectives\": [1], \"own\": {deep}}}", 1).Objectives);
    }
}
