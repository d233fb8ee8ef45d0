using CoDesign.Studies.Results;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>What the outer loop and a trade-off found, on a terminal.</summary>
internal static class OuterTables
{
    // Structures that are shown; the report has all.
    private const int Shown = 6;

    /// <summary>Prints the best structures and the descoping ladder, where the study has them.</summary>
    public static void Print(StudySummary summary)
    {
        if (summary.Outer is { } outer)
        {
            Structures(outer);
        }

        if (summary.Tradeoff is { } tradeoff)
        {
            Ladder(tradeoff);
        }
    }

    private static void Structures(OuterSummary outer)
    {
        AnsiConsole.WriteLine($"  structures: {string.Join(", ", outer.Parameters)}");
        Table table = new Table().Border(TableBorder.Simple).AddColumns("trial", "structure", "objective", "against trial 0 %", "");
        double first = outer.Trials[0].Objective;
        foreach (StructureSummary trial in outer.Trials.Where(t => double.IsFinite(t.Objective))
            .OrderBy(t => t.Number == outer.Best ? 0 : 1).ThenBy(t => t.Objective).Take(Shown))
        {
            table.AddRow(
                $"{trial.Number}", Markup.Escape(string.Join(", ", outer.Parameters.Select(p => trial.Words[p]))),
                $"{trial.Objective:0.0000} ± {trial.ObjectiveError:0.0000}",
                trial.Number == 0 || !double.IsFinite(first) ? ""
                    : $"{100 * ((trial.Objective / first) - 1):+0.0;-0.0} ± {100 * trial.PairedError / trial.Objective:0.0}",
                trial.Number == outer.Best ? "[green]recommended[/]" : trial.Status == "stopped" ? "given up early" : "");
        }

        AnsiConsole.Write(table);
        string counts = string.Join(
            ", ", outer.Trials.GroupBy(t => t.Status).Select(g => $"{g.Count()} {g.Key}"));
        AnsiConsole.WriteLine($"  {outer.Trials.Count} structures: {counts}");
        foreach (StructureSummary trial in outer.Trials.Where(t => t.Status is "failed" or "infeasible").Take(1))
        {
            AnsiConsole.WriteLine($"  the first without a design, trial {trial.Number}: {trial.Reason}");
        }

        AnsiConsole.WriteLine();
    }

    private static void Ladder(TradeoffSummary tradeoff)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(
            $"{Markup.Escape(tradeoff.Constraint)}, share", Markup.Escape($"{tradeoff.Constraint} {tradeoff.Unit}"), "objective",
            "over the optimum %", "lost by this step %", "");
        foreach (FrontPoint point in tradeoff.Gradient.Points)
        {
            table.AddRow(
                $"{point.Level:P0}", $"{point.Quantity:G6}", $"{point.Objective:0.0000} ± {point.ObjectiveError:0.0000}",
                $"{100 * point.Loss:+0.00;-0.00;0.00} ± {100 * point.LossError:0.00}",
                point.StepLoss is { } loss ? $"{100 * loss:+0.00;-0.00;0.00} ± {100 * point.StepLossError:0.00}" : "",
                point.Kept ? "" : "[red]NOT kept[/]");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"  hypervolume {tradeoff.Gradient.Hypervolume:0.000} ± {tradeoff.Gradient.HypervolumeError:0.000} by gradients "
            + $"({tradeoff.Gradient.Events:N0} events), {tradeoff.Search.Hypervolume:0.000} ± {tradeoff.Search.HypervolumeError:0.000} by a Bayesian "
            + $"search without them ({tradeoff.Search.Events:N0} events)");
        AnsiConsole.WriteLine();
    }
}
