using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>How sharply the optimum is determined.</summary>
internal static class SensitivitySection
{
    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Sensitivities.Count == 0 && summary.FlatDirections.Count == 0)
        {
            return;
        }

        page.BeginSection("sensitivities", "Sensitivities and flat directions");
        if (summary.Sensitivities.Count > 0)
        {
            Sensitivities(page, summary);
            ChoiceSensitivities.Write(page, summary);
        }

        if (summary.FlatDirections.Count > 0)
        {
            Directions(page, summary);
        }

        page.EndSection();
    }

    private static void Sensitivities(Page page, StudySummary summary)
    {
        Dictionary<string, SensitivitySummary> rows = summary.Sensitivities
            .Where(row => !ChoiceSensitivities.IsOne(summary, row)).DistinctBy(row => row.Parameter)
            .ToDictionary(row => row.Parameter);
        ParameterGroups groups = ParameterGroups.Of(rows.Keys);
        if (groups.Single.Count > 0)
        {
            page.Figure(
                PlotSize.Wide, SensitivityFigure.Make([.. groups.Single.Select(name => rows[name])]),
                "Sensitivity to each parameter",
                $"Change of the objective when one parameter moves by the step given under its name and the others "
                    + $"stay, whether or not the constraints then hold. Error bars are one standard error; a bar to "
                    + $"the left would be an improvement.");
        }

        foreach (ParameterArray array in groups.Arrays)
        {
            double[] steps = [.. array.Names.Select(name => rows[name].Step)];
            string unit = rows[array.Names[0]].Unit;
            string step = steps.Min() == steps.Max() ? NumberText.Plain(steps[0], unit, 2)
                : $"{NumberText.Plain(steps.Min(), digits: 2)} to {NumberText.Plain(steps.Max(), unit, 2)}";
            page.Figure(
                PlotSize.Wide, ArrayFigure.Sensitivity(array, rows),
                $"Sensitivity to the elements of {array.Prefix}",
                $"Change of the objective when one element moves by its step ({step}) and all others stay. Error bars "
                    + $"are one standard error; a point below zero would be an improvement.");
        }
    }

    private static void Directions(Page page, StudySummary summary)
    {
        IReadOnlyList<FlatDirectionSummary> directions = summary.FlatDirections;
        // What has no gradient has no part in any direction.
        ParameterGroups groups = ParameterGroups.Of(
            directions.SelectMany(direction => direction.Components.Keys).Distinct()
                .Where(name => summary.Optimum.Parameters.GetValueOrDefault(name) is not { } parameter
                    || !(parameter.Structural || ChoiceWords.IsChoice(parameter))));
        if (groups.Single.Count > 0)
        {
            page.Figure(
                PlotSize.Wide, FlatDirectionFigure.Make(directions, groups.Single), "Directions that hardly matter",
                $"Unit vectors in the unconstrained parameters, along the constraints, in which the objective changes "
                    + $"least. A design may be moved along them for reasons that are not in this study.");
        }

        foreach (ParameterArray array in groups.Arrays)
        {
            page.Figure(
                PlotSize.Wide, ArrayFigure.Directions(array, directions),
                $"Directions that hardly matter in the elements of {array.Prefix}",
                $"Components, in the unconstrained parameters, of the unit vectors along the constraints in which the "
                    + $"objective changes least.");
        }

        page.Table(
            "The flattest directions.",
            [new("Direction"), new("Rise of the objective at one unit", true), new("Curvature", true), new("Mostly")],
            directions.Select((direction, i) => (Markup[])
            [
                Markup.From($"{i + 1}"),
                Markup.From($"{NumberText.Change(direction.ObjectiveRise)}"),
                Markup.From($"{NumberText.Plain(direction.Curvature, digits: 2)}"),
                Markup.From($"{Mostly(direction)}"),
            ]));
    }

    private static string Mostly(FlatDirectionSummary direction) => string.Join(", ", direction.Components
        .OrderByDescending(component => Math.Abs(component.Value)).Take(3)
        .Select(component => $"{component.Key} {(component.Value < 0 ? "−" : "+")}{Math.Abs(component.Value):0.00}"));
}
