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
            page.Figure(PlotSize.Wide, SensitivityFigure.Make(summary.Sensitivities), "Sensitivity to each parameter",
                $"Change of the objective when one parameter moves by the step given under its name and the others "
                    + $"stay, whether or not the constraints then hold. Error bars are one standard error; a bar to "
                    + $"the left would be an improvement.");
        }

        if (summary.FlatDirections.Count > 0)
        {
            page.Figure(PlotSize.Wide, FlatDirectionFigure.Make(summary.FlatDirections),
                "Directions that hardly matter",
                $"Unit vectors in the unconstrained parameters, along the constraints, in which the objective changes "
                    + $"least. A design may be moved along them for reasons that are not in this study.");
            page.Table(
                "The flattest directions.",
                [new("Direction"), new("Rise of the objective at one unit", true), new("Curvature", true),
                    new("Mostly")],
                summary.FlatDirections.Select((direction, i) => (Markup[])
                [
                    Markup.From($"{i + 1}"),
                    Markup.From($"{NumberText.Change(direction.ObjectiveRise)}"),
                    Markup.From($"{NumberText.Plain(direction.Curvature, digits: 2)}"),
                    Markup.From($"{Mostly(direction)}"),
                ]));
        }

        page.EndSection();
    }

    private static string Mostly(FlatDirectionSummary direction) => string.Join(", ", direction.Components
        .OrderByDescending(component => Math.Abs(component.Value)).Take(3)
        .Select(component => $"{component.Key} {(component.Value < 0 ? "−" : "+")}{Math.Abs(component.Value):0.00}"));
}
