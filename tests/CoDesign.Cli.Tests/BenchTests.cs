using System.Text.Json;
using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class BenchTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void BenchOptimizer_Json_HasQuartilesOfAllBudgets()
    {
        string[] arguments =
        [
            "bench", "optimizer", "--problem", "Branin", "--method", "sobol", "--evaluations", "40", "--seeds", "5", "--json",
        ];
        CommandResult result = _place.Run(arguments);
        Assert.Equal(0, result.Code);
        Assert.Contains("5 of 5 runs", result.Error, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("simple regret", root.GetProperty("measure").GetString());
        Assert.Equal([10, 20, 30, 40], root.GetProperty("budgets").EnumerateArray()
            .Select(b => b.GetProperty("evaluations").GetInt32()));
        double[] gaps = [.. root.GetProperty("runs").EnumerateArray()
            .Select(r => r.GetProperty("gaps")[3].GetDouble()).Order()];
        Assert.Equal(gaps[2], root.GetProperty("median").GetDouble());
        Assert.Equal([gaps[1], gaps[3]], root.GetProperty("quartiles").EnumerateArray().Select(q => q.GetDouble()));
        JsonElement single = JsonDocument.Parse(_place.Run([.. arguments, "--threads", "1"]).Output).RootElement;
        Assert.Equal(root.GetProperty("runs").GetRawText(), single.GetProperty("runs").GetRawText());
    }

    [Fact]
    public void BenchOptimizer_WrongArguments_AllAreNamed()
    {
        CommandResult result = _place.Run(
            "bench", "optimizer", "--problem", "hartman6", "--method", "nsga", "--evaluations", "0", "--seeds", "-1");
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("--problem  given hartman6", result.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean hartmann6?", result.Error, StringComparison.Ordinal);
        Assert.Contains("given nsga, must be one of bayesian, random, sobol, grid, cma-es, nsga-ii", result.Error, StringComparison.Ordinal);
        Assert.Contains("--evaluations  given 0, must be in [1, 100000]", result.Error, StringComparison.Ordinal);
        Assert.Contains("--seeds  given -1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BenchOptimizer_OneObjectiveMethodOnTwo_IsRefused()
    {
        CommandResult result = _place.Run("bench", "optimizer", "--problem", "zdt1", "--method", "cma-es");
        Assert.Equal(2, result.Code);
        Assert.Contains("cma-es has one objective, zdt1-d30 has 2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BenchOptimizer_List_ShowsTheProblems()
    {
        CommandResult result = _place.Run("bench", "optimizer", "--problem", "list");
        Assert.Equal(0, result.Code);
        Assert.Contains("branin", result.Output, StringComparison.Ordinal);
        Assert.Contains("c2-dtlz2-d6", result.Output, StringComparison.Ordinal);
    }
}
