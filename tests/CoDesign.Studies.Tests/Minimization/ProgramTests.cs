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
}
