using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The way to the optimum: objective, constraints and parameters against step, and where the repetitions
/// ended.
/// </summary>
internal static class OptimisationSection
{
    public static void Write(Page page, StudySummary summary, IReadOnlyList<HistoryPoint> history)
    {
        page.BeginSection("optimisation", "The optimisation");
        if (history.Count == 0)
        {
            page.Paragraph($"The journal of the steps is not at hand, so nothing is drawn against the step.");
        }
        else
        {
            Histories(page, summary, history);
        }

        Replicas(page, summary);
        page.EndSection();
    }

    private static void Histories(Page page, StudySummary summary, IReadOnlyList<HistoryPoint> history)
    {
        var replicas = history.Select(point => point.Replica).Distinct().Count();
        page.Figure(
            PlotSize.Wide,
            HistoryFigure.Objective(history),
            "Objective against step",
            $"{Names.Counted(replicas, "optimisation")}, each with its own events and start; number 0 starts at the "
                + $"baseline. Thin: the objective on each step's own events with the smooth readout. Bold: running "
                + $"mean over 9 steps. Values reported elsewhere are from fresh events with the hard readout.");
        var constraints = history.Min(point => point.Constraints.Length);
        if (Math.Min(constraints, summary.Constraints.Count) > 0)
        {
            page.SmallMultiples(
                summary.Constraints.Keys.Take(constraints)
                    .Select((name, i) => (name, HistoryFigure.Constraint(history, i))),
                "Constraints against step",
                $"Excess of each constraint over its limit: at or below the dashed line it is satisfied. Colours as "
                    + $"in the figure before.");
        }

        page.SmallMultiples(
            summary.Baseline.Parameters.Take(history.Min(point => point.Parameters.Length)).Select((pair, i) =>
                (Named(pair.Key, pair.Value.Unit), HistoryFigure.Parameter(history, i, pair.Value))),
            "Parameters against step",
            $"Each on the interval of its bounds (grey lines); dotted: the baseline. Colours as above. Lines that end "
                + $"together mark a parameter that the objective determines, lines that stay apart one that it does "
                + $"not.");
    }

    private static void Replicas(Page page, StudySummary summary)
    {
        if (summary.Replicas.Count == 0)
        {
            return;
        }

        page.Table(
            "Where the repeated optimisations ended: objective on common fresh events with the hard readout, and "
                + "parameters. Number 0 started at the baseline.",
            [new("Optimisation"), .. summary.Replicas.Select(replica => new Column($"{replica.Index}", true))],
            [
                [Markup.From($"objective"), .. summary.Replicas.Select(replica =>
                    Markup.From($"{NumberText.WithError(replica.Objective, replica.Error)}"))],
                .. summary.Optimum.Parameters
                    .Select(parameter => Row(parameter.Key, parameter.Value, summary.Replicas)),
            ]);
    }

    private static Markup[] Row(string name, ParameterSummary parameter, IReadOnlyList<ReplicaSummary> replicas) =>
    [
        Markup.From($"<code>{name}</code>{(parameter.Unit.Length == 0 ? "" : $" [{parameter.Unit}]")}"),
        .. replicas.Select(replica => Markup.From(
            $"{(replica.Parameters.TryGetValue(name, out var value) ? Value(value, parameter) : NumberText.Unavailable)}")),
    ];

    private static string Named(string name, string unit) => unit.Length == 0 ? name : $"{name} [{unit}]";

    private static string Value(double value, ParameterSummary parameter) =>
        parameter.Kind == "continuous" ? NumberText.Plain(value, digits: 3) : $"{value:0}";
}
