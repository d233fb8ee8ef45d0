using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The objective against a limit: the front and the descoping ladder; nothing for a study without.</summary>
internal static class TradeoffSection
{
    // More axes than these cannot be read side by side.
    private const int MostAxes = 12;

    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Tradeoff is not { } tradeoff)
        {
            return;
        }

        string quantity = Names.Words(tradeoff.Constraint);
        ChoiceWords words = ChoiceWords.Of(summary);
        page.BeginSection("tradeoff", "The trade-off");
        page.Paragraph($"The limit of {quantity}{Expression(tradeoff)} was moved to "
            + $"{Names.Counted(tradeoff.Gradient.Points.Count, "level")}, and gradients optimised the design at "
            + $"each, from that of the neighbouring level, beginning at the study's optimum. {Volumes(tradeoff)}");
        Front(page, summary, tradeoff, quantity);
        page.Table(
            $"Descoping ladder. Saved is counted from the study's optimum, a minus means spent; losses are relative "
                + $"rises of the objective on common events, so their errors are smaller than those of the objectives.",
            LadderTable.Columns(tradeoff),
            LadderTable.Rows(summary, tradeoff, words));
        Parameters(page, summary, tradeoff, words);
        page.EndSection();
    }

    private static void Front(Page page, StudySummary summary, TradeoffSummary tradeoff, string quantity)
    {
        page.Figure(
            PlotSize.Wide, FrontFigure.Near(summary, tradeoff), $"Objective against {quantity}",
            $"Blue: the design of each level with its share of the study's limit; the band and all bars are one "
                + $"standard "
                + $"error on fresh events, which are common to all designs, so that the front's shape is known "
                + $"better than "
                + $"its height. The search without gradients chose its front by its own noisy values (grey); measured "
                + $"again (diamonds) it is honest. {Outside(tradeoff)}");
        page.Add($"<div class=\"pair\">");
        page.Figure(PlotSize.Half, FrontFigure.All(summary, tradeoff), "The same with all designs",
            $"Marks as before.");
        page.Figure(PlotSize.Half, LadderFigure.Losses(tradeoff), "What each step down the ladder loses",
            $"Relative rise of the objective on common events, over the study's optimum and over the level before.");
        page.Add($"</div>");
    }

    private static void Parameters(
        Page page, StudySummary summary, TradeoffSummary tradeoff, ChoiceWords words)
    {
        IReadOnlyDictionary<string, ParameterSummary> parameters = summary.Optimum.Parameters;
        ParameterGroups groups = ParameterGroups.Of(parameters.Keys);
        Singles(page, tradeoff, groups.Single, parameters, words);
        foreach (ParameterArray array in groups.Arrays)
        {
            page.Figure(
                PlotSize.Wide,
                ArrayFigure.Compare(
                    array, parameters[array.Names[0]].Unit,
                    tradeoff.Gradient.Points.Select(point => (LadderFigure.Level(point), point.Parameters))),
                $"The elements of {array.Prefix} along the front",
                $"Values against the number of the element, one colour a level.");
        }
    }

    private static void Singles(
        Page page, TradeoffSummary tradeoff, IReadOnlyList<string> names,
        IReadOnlyDictionary<string, ParameterSummary> parameters, ChoiceWords words)
    {
        Dictionary<string, double> ranges = names.ToDictionary(
            name => name, name => LadderTable.Range(tradeoff, name, parameters[name], words));
        string[] moving = [.. names.Where(name => ranges[name] > LadderTable.LeastMove)];
        string[] still = [.. names.Except(moving)];
        if (moving.Length == 0)
        {
            return;
        }

        string[] largest = [.. moving.OrderByDescending(name => ranges[name]).Take(MostAxes)];
        page.Figure(
            PlotSize.Wide,
            LadderFigure.Parallel(tradeoff, [.. moving.Where(largest.Contains)], parameters, words),
            "The designs of the front",
            $"One line a level, each parameter between its bounds. Dark lines are the tightest limits."
                + $"{(largest.Length == names.Count ? "" : " Parameters that move most.")}");
        page.SmallMultiples(
            moving.Select(name => (
                ParameterText.Named(name, parameters[name].Unit),
                LadderFigure.Parameter(tradeoff, name, parameters[name], words))),
            "Parameters against the limit",
            $"Per cent of the study's limit, falling to the right. The axes show the part of the bounds that is "
                + $"used, at least 6 %."
                + $"{(still.Length == 0 ? "" : $" Not drawn, as they hardly move: {string.Join(", ", still)}.")}");
    }

    private static string Expression(TradeoffSummary tradeoff) =>
        tradeoff.Expression == tradeoff.Constraint ? "" : $" ({tradeoff.Expression})";

    private static string Volumes(TradeoffSummary tradeoff)
    {
        (FrontSummary gradient, FrontSummary search) = (tradeoff.Gradient, tradeoff.Search);
        return $"Between the best values of both fronts and the reference point"
            + $"{(tradeoff.Reference is [var objective, var most]
                ? $" (objective {NumberText.Plain(objective, digits: 3)}, {Names.Words(tradeoff.Constraint)} "
                    + LadderTable.Amount(most, tradeoff.Unit) + ")" : "")}, the front by gradients covers "
            + $"{NumberText.PercentWithError(gradient.Hypervolume, gradient.HypervolumeError)} of the area with "
            + $"{NumberText.Count(gradient.Events)} events for "
            + $"{Names.Counted(gradient.Designs, "level")}{Own(gradient)}; the search "
            + $"without gradients covers {NumberText.PercentWithError(search.Hypervolume, search.HypervolumeError)} "
            + $"with {NumberText.Count(search.Events)} events for "
            + $"{Names.Counted(search.Designs, "design")}.{Unequal(gradient, search)}";
    }

    private static string Own(FrontSummary gradient) => gradient.Points.Any(point => point.Level == 1)
        ? " (those of the optimum itself among them)" : "";

    private static string Unequal(FrontSummary gradient, FrontSummary search) =>
        gradient.Events == 0 || Math.Abs(((double)search.Events / gradient.Events) - 1) < 0.1 ? ""
            : $" The search used {NumberText.Plain(100.0 * search.Events / gradient.Events, "%", 2)} of the events "
                + $"of the "
                + "gradients, so this is no comparison at equal cost.";

    private static string Outside(TradeoffSummary tradeoff)
    {
        int outside = FrontFigure.Outside(tradeoff);
        return outside == 0 ? ""
            : $"{outside} of its {Names.Counted(tradeoff.SearchDesigns.Count, "design")} lie beyond the reference "
                + $"point "
                + "and are in the next figure only.";
    }
}
