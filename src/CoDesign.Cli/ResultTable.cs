using CoDesign.Studies.Results;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>The result of a study on a terminal.</summary>
internal static class ResultTable
{
    public static void Print(StudySummary summary, string path)
    {
        // A file or a pipe gets no colours.
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(summary.Verdict)}[/]");
        AnsiConsole.WriteLine();
        Table metrics = Columns("metric", "baseline", "optimum");
        metrics.AddRow("objective", Show(summary.Baseline.Objective), Show(summary.Optimum.Objective));
        foreach ((string name, MetricSummary value) in summary.Baseline.Metrics.Where(
            m => double.IsFinite(m.Value.Value) || double.IsFinite(summary.Optimum.Metrics[m.Key].Value)))
        {
            metrics.AddRow(Markup.Escape(name), Show(value), Show(summary.Optimum.Metrics[name]));
        }

        AnsiConsole.Write(metrics);
        Table parameters = Columns("parameter", "baseline", "optimum", "68 % interval", "");
        foreach ((string name, ParameterSummary baseline) in summary.Baseline.Parameters.Where(p => p.Value.Array is null))
        {
            ParameterSummary optimum = summary.Optimum.Parameters[name];
            parameters.AddRow(
                Markup.Escape(name),
                Markup.Escape(baseline.Word ?? $"{baseline.Value:G4} {baseline.Unit}"),
                Markup.Escape(optimum.Word ?? $"{optimum.Value:G4} {optimum.Unit}"),
                optimum.Interval is { } i ? $"{i[0]:G4} .. {i[1]:G4}" : optimum.Structural ? "outer loop" : "",
                optimum.AtBound is { } bound ? $"[yellow]at {bound} bound[/]" : "");
        }

        AnsiConsole.Write(parameters);
        Arrays(summary);
        Table constraints = Columns("constraint", "optimum", "limit", "", "price (% per %)");
        foreach ((string name, ConstraintSummary c) in summary.Constraints)
        {
            constraints.AddRow(
                Markup.Escape(name), Markup.Escape($"{c.Value:G6} {c.Unit}"), Markup.Escape($"{c.Limit:G6} {c.Unit}"),
                c.Satisfied ? "kept" : "[red]NOT kept[/]", $"{c.Price:0.000} ± {c.PriceError:0.000}");
        }

        AnsiConsole.Write(constraints);
        OuterTables.Print(summary);
        AnsiConsole.WriteLine($"  the result was found by {summary.FoundBy}");
        foreach ((string name, SearchSummary search) in summary.Searches)
        {
            AnsiConsole.WriteLine($"  {name.Replace('_', ' '),-10} {Search(search)}");
        }

        foreach (PublishedSummary p in summary.Published)
        {
            AnsiConsole.WriteLine($"  published {p.Curve} at {p.At:G3} {p.AtUnit}: {Show(p.Published, false)}, simulated baseline "
                + $"{Show(p.Baseline, true)}");
        }

        foreach (AlternativeSummary alternative in summary.Alternatives)
        {
            AnsiConsole.WriteLine($"  as good as the optimum: {alternative.Origin}");
        }

        if (summary.Judge is { } judge)
        {
            AnsiConsole.WriteLine();
            string colour = judge.Verdict == "confirmed" ? "green"
                : JudgeReason.IsOpen(judge.Reason) ? "yellow" : "red";
            AnsiConsole.MarkupLine($"  [{colour}]{Markup.Escape(judge.Statement)}[/]");
        }

        foreach (string warning in summary.Warnings.Where(w => w != summary.Judge?.Statement))
        {
            AnsiConsole.MarkupLine($"[yellow]  {Markup.Escape(warning)}[/]");
        }

        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine($"report: {Path.Combine(path, "report.html")}  ({summary.Cost.Events:N0} events, {summary.Cost.Seconds:0} s)");
    }

    // A value stays on the line of its error.
    private static Table Columns(params string[] names) => names.Aggregate(
        new Table().Border(TableBorder.Simple), (table, name) => table.AddColumn(name, column => column.NoWrap()));

    private static string Search(SearchSummary search)
    {
        string spent = $"{search.Designs:N0} {(search.FeasibleFraction is null ? "steps" : "feasible designs")}, {search.Events:N0} events";
        return search.NoComparison is { } reason ? $"{reason} ({spent})"
            : !double.IsFinite(search.Objective) ? $"found no design that keeps the constraints ({spent})"
            : $"{search.Objective:0.0000} ± {search.ObjectiveError:0.0000}{Excess(search)} ({spent})";
    }

    private static string Excess(SearchSummary search) => search.Excess is not { } excess || excess == 0 ? ""
        : $", {100 * Math.Abs(excess):0.0} ± {100 * search.ExcessError:0.0} % {(excess > 0 ? "worse" : "better")} than the result";

    // Places of the elements, with the number of elements at each.
    private static void Arrays(StudySummary summary)
    {
        foreach (IGrouping<string?, KeyValuePair<string, ParameterSummary>> array in summary.Optimum.Parameters
            .Where(p => p.Value.Array is not null).GroupBy(p => p.Value.Array))
        {
            string unit = array.First().Value.Unit;
            AnsiConsole.WriteLine($"  {array.Key}, {array.Count()} elements (how many stand at one place)");
            AnsiConsole.WriteLine($"    baseline {ArrayText.Of(array.Select(p => summary.Baseline.Parameters[p.Key].Value), unit)}");
            AnsiConsole.WriteLine($"    optimum  {ArrayText.Of(array.Select(p => p.Value.Value), unit)}");
        }
    }

    private static string Show(MetricSummary metric, bool withError) =>
        !double.IsFinite(metric.Value) ? "outside the simulated range"
        : withError ? $"{metric.Value:G3} ± {metric.Error:G2} {metric.Unit}" : $"{metric.Value:G3} {metric.Unit}";

    private static string Show(MetricSummary metric) => !double.IsFinite(metric.Value) ? "n/a" :
        Markup.Escape($"{metric.Value:G4} ± {metric.Error:G2} {metric.Unit}".TrimEnd());
}
