using System.Globalization;
using CoDesign.Studies.Minimization;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>The result of a minimisation on a terminal.</summary>
internal static class MinimizationTable
{
    private const int MostRows = 30;

    public static void Print(MinimizationSummary summary, string path)
    {
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        if (summary.Best is null)
        {
            AnsiConsole.WriteLine(summary.Trials.Finished == 0
                ? "no trial has a result" : "no trial satisfies every constraint"
                + (summary.LeastInfeasible is { } least ? $"; nearest to it comes trial {least.Trial}, {least.Parameters.ToJsonString()}" : ""));
        }
        else
        {
            IReadOnlyList<TrialSummary> rows = summary.Pareto ?? [summary.Best];
            AnsiConsole.WriteLine(summary.Pareto is null
                ? $"best: trial {summary.Best.Trial}" : $"Pareto set: {rows.Count} trials; nearest to the best of each: trial {summary.Best.Trial}");
            Table table = new Table().Border(TableBorder.Simple).AddColumn("trial");
            table.AddColumns([.. summary.Objectives.Concat(Names(summary.Best)).Select(Markup.Escape)]);
            foreach (TrialSummary row in rows.Take(MostRows))
            {
                table.AddRow([.. new[] { $"{row.Trial}" }.Concat(Objectives(row)).Concat(Values(row)).Select(Markup.Escape)]);
            }

            AnsiConsole.Write(table);
            if (rows.Count > MostRows)
            {
                AnsiConsole.WriteLine($"  and {rows.Count - MostRows} more");
            }
        }

        if (summary.Hypervolume is { } volume)
        {
            AnsiConsole.WriteLine($"  hypervolume {Show(volume)}"
                + (summary.HypervolumeError is { } error ? $" ± {error:G2}" : ""));
        }

        TrialCounts t = summary.Trials;
        AnsiConsole.WriteLine($"  {t.Total} trials: {t.Finished} with a result, {t.Infeasible} of them infeasible; {t.Failed} failed"
            + (t.Failed > 0 ? $" ({string.Join(", ", summary.Failures.Select(f => $"{f.Value} {f.Key}"))})" : ""));
        AnsiConsole.WriteLine($"  {summary.Seconds.Total:0.0} s: {summary.Seconds.Evaluating:0.0} s of the program, "
            + $"{summary.Seconds.Suggesting:0.0} s of the search ({summary.Method}, seed {summary.Seed}); {summary.Ended}");
        AnsiConsole.WriteLine($"  summary: {Path.Combine(path, "summary.json")}");
    }

    private static IEnumerable<string> Names(TrialSummary trial) => trial.Parameters.AsObject().Select(p => p.Key);

    private static IEnumerable<string> Objectives(TrialSummary trial) => (trial.Objectives ?? []).Select((o, i) =>
        trial.Errors is { } errors ? $"{Show(o)} ± {errors[i]:G2}" : Show(o));

    private static IEnumerable<string> Values(TrialSummary trial) => trial.Parameters.AsObject().Select(p =>
        p.Value?.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? Show(p.Value.GetValue<double>()) : $"{p.Value}");

    private static string Show(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
