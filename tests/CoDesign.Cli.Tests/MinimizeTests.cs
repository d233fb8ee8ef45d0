using System.Text.Json.Nodes;
using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class MinimizeTests : IDisposable
{
    private readonly MinimizePlace _place = new();

    public void Dispose() => _place.Dispose();

    [SmallDiskFact]
    public void Minimize_DiskFullOnTheWay_SaysHowToGoOnAndResumes()
    {
        using var disk = new SmallDisk(_place.Place.In("disk"));
        _place.Program("""
            if trial == 4 and not os.path.exists("disk/filler"):
                filler = open("disk/filler", "wb", buffering=0)
                try:
                    while True:
                        filler.write(bytes(64))
                except OSError:
                    pass
            say(objectives=[value(p)])
            """);

        CommandResult result = _place.Place.Run(
            [.. MinimizePlace.Arguments(8).Select(a => a == "run" ? "disk/run" : a)]);

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
        Assert.Contains("continue with: codesign resume disk/run", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n", File.ReadAllText(_place.Place.In("disk/run/journal.jsonl")));
        disk.Empty();
        Assert.Equal(0, _place.Place.Run("resume", "disk/run").Code);
    }

    [PythonFact]
    public void Minimize_KeptProgram_IsAskedLineByLineWithNumbersInTheUnitOfMin()
    {
        _place.Program("assert p['absorber'] in ('lead', 'iron') and isinstance(p['n'], int) and 1 <= p['t'] <= 30\n"
            + "say(objectives=[value(p)], errors=[0.1])");

        JsonNode summary = _place.Minimize(20);

        Assert.Equal(20, (int?)summary["trials"]?["finished"]);
        Assert.Equal(0, (int?)summary["trials"]?["failed"]);
        JsonArray history = Assert.IsType<JsonArray>(summary["history"]);
        double best = history.Min(t => (double?)t?["objectives"]?[0]) ?? double.NaN;
        Assert.Equal(best, (double?)summary["best"]?["objectives"]?[0]);
        Assert.Equal(
            Enumerable.Range(1, 20), _place.Asked().Select(l => (int?)JsonNode.Parse(l)?["trial"] ?? 0));
        Assert.Contains("\"parameters\": {\"x\": ", _place.Asked()[0], StringComparison.Ordinal);
    }

    [PythonFact]
    public void Minimize_EachKindOfFailure_IsRecordedAndTheSearchGoesOn()
    {
        _place.Program("""
            if trial == 2: sys.stderr.write("no field map\n"); sys.exit(3)
            if trial == 3: time.sleep(600)
            if trial == 4: print("hello", flush=True); continue
            if trial == 5: say(objectives=[float("nan")]); continue
            if trial == 6: say(objectives=[1.0, 2.0]); continue
            if trial == 7: say(objectivs=[1.0]); continue
            if trial == 8: os.kill(os.getpid(), 11)
            say(objectives=[value(p)])
            """);

        JsonNode summary = _place.Minimize(12, "--timeout", "3");

        Assert.Equal((5, 7), ((int?)summary["trials"]?["finished"] ?? 0, (int?)summary["trials"]?["failed"] ?? 0));
        string Reason(int trial) => (string?)Assert.IsType<JsonArray>(summary["history"])
            .Single(t => (int?)t?["trial"] == trial)?["failure"] ?? "";
        Assert.Contains("exit code 3 before it answered; its last words: no field map", Reason(2), StringComparison.Ordinal);
        Assert.Contains("no answer within 3 s", Reason(3), StringComparison.Ordinal);
        Assert.Contains("no JSON object: hello", Reason(4), StringComparison.Ordinal);
        Assert.Contains("objectives[0] is NaN", Reason(5), StringComparison.Ordinal);
        Assert.Contains("objectives: given 2, must be 1 as in the first answer", Reason(6), StringComparison.Ordinal);
        Assert.Contains("did you mean objectives?", Reason(7), StringComparison.Ordinal);
        Assert.NotEqual("", Reason(8));
    }

    [PythonFact]
    public void Minimize_ProgramThatNeverAnswers_EndsEarlyWithAClearMessage()
    {
        _place.Program("sys.stderr.write('licence expired\\n'); sys.exit(1)");

        CommandResult result = _place.Place.Run(MinimizePlace.Arguments(50));

        Assert.Equal(1, result.Code);
        Assert.Contains("the first 10 trials all failed", result.Error, StringComparison.Ordinal);
        Assert.Contains("command: python3 program.py", result.Error, StringComparison.Ordinal);
        Assert.Contains("licence expired", result.Error, StringComparison.Ordinal);
        Assert.Contains("codesign resume run", result.Error, StringComparison.Ordinal);
    }

    [PythonFact]
    public void Minimize_ParallelPerCall_AnswersEveryTrialOnce()
    {
        _place.Program("say(objectives=[value(p)], constraints=[p['x']])");

        JsonNode summary = _place.Minimize(12, "--parallel", "3", "--per-call");

        Assert.Equal(12, (int?)summary["trials"]?["finished"]);
        Assert.True((int?)summary["trials"]?["infeasible"] > 0);
        Assert.True((double?)summary["best"]?["parameters"]?["x"] <= 0);
    }

    [PythonFact]
    public void Minimize_TwoObjectives_GivesTheParetoSet()
    {
        _place.Program("say(objectives=[p['x'] ** 2, (p['x'] - 2) ** 2], gradient=[{'x': 2 * p['x'], 't': 0}, [2 * p['x'] - 4, 0]])");

        JsonNode summary = _place.Minimize(30, "--set", "reference_point=[100, 100]");

        JsonArray front = Assert.IsType<JsonArray>(summary["pareto"]);
        Assert.NotEmpty(front);
        Assert.All(front, t => Assert.InRange((double?)t?["parameters"]?["x"] ?? 99, -1.5, 3.5));
        Assert.True((double?)summary["hypervolume"] > 9000);
        Assert.Equal(0, (int?)summary["trials"]?["failed"]);
    }

    [PythonFact]
    public void Resume_AfterKill_RepeatsNoFinishedTrialAndGoesToTheSamePoints()
    {
        _place.Program("time.sleep(0.05)\nsay(objectives=[value(p)])");
        using (CodesignProcess process = CodesignProcess.Start(_place.Place.Folder, MinimizePlace.Arguments(40)))
        {
            _place.Place.WaitForLines(process, "run", 12);
            CommandResult second = _place.Place.Run("resume", "run");
            Assert.Equal(2, second.Code);
            Assert.Contains("another process is writing this run", second.Error, StringComparison.Ordinal);
            process.Signal("KILL");
            process.Wait();
        }

        int before = _place.Asked().Length;
        CommandResult resumed = _place.Place.Run("resume", "run", "--json");

        Assert.Equal(0, resumed.Code);
        JsonNode summary = Assert.IsType<JsonObject>(JsonNode.Parse(resumed.Output));
        JsonArray history = Assert.IsType<JsonArray>(summary["history"]);
        Assert.Equal(Enumerable.Range(1, 40), history.Select(t => (int?)t?["trial"] ?? 0));
        Assert.InRange(_place.Asked().Length, 40, 41); // one may have been under way
        Assert.True(before < 40);
        Assert.Equal("space", (string?)summary["name"]);
        Directory.Delete(_place.Place.In("run"), recursive: true);
        Assert.Equal(MinimizePlace.Numbers(_place.Minimize(40)), MinimizePlace.Numbers(summary));
    }

    [PythonFact]
    public void Resume_FromAnotherFolder_GoesOnInTheFirst()
    {
        _place.Program("sys.exit(1)");
        Assert.Equal(1, _place.Place.Run(MinimizePlace.Arguments(14)).Code);
        _place.Program("sys.stderr.write('mended\\n')\nsay(objectives=[value(p)])");
        string elsewhere = Directory.CreateDirectory(_place.Place.In("elsewhere")).FullName;

        CommandResult resumed = CodesignProcess.Run(elsewhere, "resume", "../run", "--json");

        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Equal(4, (int?)JsonNode.Parse(resumed.Output)?["trials"]?["finished"]);
        Assert.Contains("mended", File.ReadAllText(_place.Place.In("run/worker-1.stderr")), StringComparison.Ordinal);
    }

    [Fact]
    public void Minimize_UnknownMethod_NamesTheNearMiss()
    {
        _place.Program("say(objectives=[1])");
        CommandResult result = _place.Place.Run(
            "minimize", "space.yaml", "--command", "true", "--evaluations", "5", "--method", "bayesain");
        Assert.Equal(2, result.Code);
        Assert.Contains("--method  given bayesain, must be one of bayesian, random, sobol, grid, cma-es, nsga-ii; did you mean bayesian?", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max: 10}", "max: -10}", "space.yaml:2  parameters.x: given min -5 and max -10, min must be below max")]
    [InlineData("kind: integer", "kind: intger", "space.yaml:3  parameters.n.kind: given intger, must be continuous, integer or choice; did you mean integer?")]
    [InlineData("choices: [lead, iron]", "choises: [lead, iron]", "space.yaml:4  parameters.absorber.choises: unknown key")]
    [InlineData("max: 3 cm", "max: 3 GeV", "space.yaml:5  parameters.t.max: given 3 GeV, must have the dimension of min, 1 mm")]
    [InlineData("parameters:", "paramters:", "space.yaml:1  paramters: unknown key; did you mean parameters?")]
    public void Minimize_WrongSpace_SaysWhereAndWritesNothing(string old, string replacement, string message)
    {
        _place.Program("say(objectives=[1])");
        _place.Place.Edit("space.yaml", old, replacement);
        CommandResult result = _place.Place.Run(MinimizePlace.Arguments(5));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.False(Directory.Exists(_place.Place.In("run")));
    }

    [Fact]
    public void Minimize_CommandThatIsNotThere_SaysSoAndWritesNothing()
    {
        CommandResult result = _place.Place.Run(
            "minimize", "space.yaml", "--command", "./nowhere --fast", "--evaluations", "5", "--method", "random", "--out", "run");
        Assert.Contains("--command  given ./nowhere --fast, cannot be started", result.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.False(Directory.Exists(_place.Place.In("run")));
    }

    [Fact]
    public void Check_SpaceFile_IsReadAsOne()
    {
        CommandResult fine = _place.Place.Run("check", "space.yaml");
        Assert.Equal((0, "space.yaml: space 'space', 4 parameters, fine"), (fine.Code, fine.Output.Trim()));
        CommandResult wrong = _place.Place.Run("check", "space.yaml", "--set", "parameters.n.max=0");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("min must be below max", wrong.Error, StringComparison.Ordinal);
    }
}
