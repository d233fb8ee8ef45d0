using System.Text.Json.Nodes;
using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class MinimizeBayesianTests : IDisposable
{
    private readonly MinimizePlace _place = new();

    public void Dispose() => _place.Dispose();

    [PythonFact]
    public void Minimize_Branin_IsWithinAHundredthAfterThirtyEvaluations()
    {
        foreach (string name in (string[])["branin.yaml", "branin.py"])
        {
            File.Copy(CodesignProcess.InRepository($"studies/minimize/{name}"), _place.Place.In(name));
        }

        CommandResult result = _place.Place.Run(
            "minimize", "branin.yaml", "--command", "python3 branin.py", "--evaluations", "30", "--json");

        Assert.True(result.Code == 0, result.Error);
        JsonNode summary = Assert.IsType<JsonObject>(JsonNode.Parse(result.Output));
        Assert.Equal("bayesian", (string?)summary["method"]);
        Assert.InRange((double?)summary["best"]?["objectives"]?[0] - 0.397887 ?? 1, 0, 0.01);
    }

    [PythonFact]
    public void Resume_AfterKill_GoesToThePointsOfAnUninterruptedRun()
    {
        _place.Program("time.sleep(0.1)\nsay(objectives=[value(p)], errors=[0.05], constraints=[p['x'] - 6],\n"
            + "    gradient={'x': 2 * (p['x'] - 1.0), 't': 1.0 if p['t'] > 2 else -1.0})");
        string[] arguments = [.. MinimizePlace.Arguments(16).Where(a => a is not ("--method" or "sobol"))];
        using (CodesignProcess process = CodesignProcess.Start(_place.Place.Folder, arguments))
        {
            _place.Place.WaitForLines(process, "run", 20);
            process.Signal("KILL");
            process.Wait();
        }

        CommandResult resumed = _place.Place.Run("resume", "run", "--json");
        Assert.True(resumed.Code == 0, resumed.Error);
        Directory.Delete(_place.Place.In("run"), recursive: true);
        CommandResult whole = _place.Place.Run([.. arguments, "--json"]);

        Assert.Equal(
            MinimizePlace.Numbers(Assert.IsType<JsonObject>(JsonNode.Parse(whole.Output))),
            MinimizePlace.Numbers(Assert.IsType<JsonObject>(JsonNode.Parse(resumed.Output))));
    }
}
