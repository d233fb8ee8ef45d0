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
            HistoryFigure.Objective(history, summary.Outer is null ? "the baseline" : "its structure's best design"),
            "Objective against step",
            $"{Names.Counted(replicas, "optimisation")}, each with its own events and start; number 0 starts at "
                + $"{Start(summary)}. Thin: the objective on each step's own events with the smooth readout. Bold: "
                + $"running mean over 9 steps. Values reported elsewhere are from fresh events with the hard readout.");
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

        Parameters(page, summary, history);
    }

    private static void Parameters(Page page, StudySummary summary, IReadOnlyList<HistoryPoint> history)
    {
        string[] names = [.. summary.Baseline.Parameters.Keys.Take(history.Min(point => point.Parameters.Length))];
        ParameterGroups groups = ParameterGroups.Of(names);
        ChoiceWords words = ChoiceWords.Of(summary);
        ParameterSummary Baseline(string name) => summary.Baseline.Parameters[name];
        string[] moving = [.. groups.Single.Where(name => !IsStructural(summary, name))];
        if (moving.Length > 0)
        {
            page.SmallMultiples(
                moving.Select(name => (ParameterText.Named(name, Baseline(name).Unit),
                    HistoryFigure.Parameter(
                        history, Array.IndexOf(names, name), Baseline(name), words.Labels(name, Baseline(name))))),
                "Parameters against step",
                $"Each on the interval of its bounds (grey lines); dotted: the baseline. Colours as above. Lines that "
                    + $"end together mark a parameter that the objective determines, lines that stay apart one that it "
                    + $"does not.{(moving.Length == groups.Single.Count ? "" : " The parameters of the structure stay "
                    + "what the outer loop chose and are not drawn.")}");
        }

        foreach (ParameterArray array in groups.Arrays)
        {
            page.Figure(
                PlotSize.Wide,
                HistoryFigure.Array(
                    history, [.. array.Names.Select(name => Array.IndexOf(names, name))],
                    [.. array.Names.Select(Baseline)], array.Prefix),
                $"The {array.Names.Count} elements of {array.Prefix} against step",
                $"One line for each element, of the optimisation that starts at the baseline; grey lines are the "
                    + $"bounds.");
        }
    }

    private static void Replicas(Page page, StudySummary summary)
    {
        if (summary.Replicas.Count == 0)
        {
            return;
        }

        ParameterGroups groups = ParameterGroups.Of(summary.Optimum.Parameters.Keys);
        Markup[] objective = [Markup.From($"objective"), .. summary.Replicas.Select(replica =>
            Markup.From($"{NumberText.WithError(replica.Objective, replica.Error)}"))];
        Ends(
            page, summary, "Where the repeated optimisations ended: objective on common fresh events with the hard "
                + "readout, and parameters. Number 0 started at " + Start(summary) + ".",
            [.. groups.Single.Where(name => !IsStructural(summary, name))], objective);
        foreach (ParameterArray array in groups.Arrays)
        {
            page.Figure(
                PlotSize.Wide,
                ArrayFigure.Compare(array, summary.Optimum.Parameters[array.Names[0]].Unit,
                    summary.Replicas.Select(replica => ($"optimisation {replica.Index}", replica.Parameters))),
                $"Where the elements of {array.Prefix} ended",
                $"One colour for each of the repeated optimisations.");
            page.BeginFold($"{array.Label} at the ends of the optimisations");
            Ends(page, summary, $"Where the elements of {array.Prefix} ended.", array.Names);
            page.EndFold();
        }
    }

    private static void Ends(
        Page page, StudySummary summary, string title, IEnumerable<string> names, params Markup[][] first)
    {
        ChoiceWords words = ChoiceWords.Of(summary);
        page.Table(
            title,
            [new("Optimisation"), .. summary.Replicas.Select(replica => new Column($"{replica.Index}", true))],
            [.. first, .. names.Select(name => Row(name, summary.Optimum.Parameters[name], summary.Replicas, words))]);
    }

    private static string Start(StudySummary summary) => summary.Outer is null
        ? "the baseline" : "the design that the outer loop found for the recommended structure";

    private static bool IsStructural(StudySummary summary, string name) =>
        summary.Optimum.Parameters.GetValueOrDefault(name)?.Structural ?? false;

    private static Markup[] Row(
        string name, ParameterSummary parameter, IReadOnlyList<ReplicaSummary> replicas, ChoiceWords words) =>
    [
        Markup.From($"<code>{name}</code>{(parameter.Unit.Length == 0 ? "" : $" [{parameter.Unit}]")}"),
        .. replicas.Select(replica => Markup.From(
            $"{ParameterText.Value(name, replica.Parameters.GetValueOrDefault(name, double.NaN), parameter with
            {
                Unit = "",
            }, words)}")),
    ];
}
