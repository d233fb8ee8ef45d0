using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Constraints and what each of them costs the physics.</summary>
internal static class ConstraintSection
{
    public static void Write(Page page, IReadOnlyDictionary<string, ConstraintSummary> constraints)
    {
        page.BeginSection("constraints", "Constraints and their prices");
        if (constraints.Count == 0)
        {
            page.Paragraph($"The study sets no constraints.");
            page.EndSection();
            return;
        }

        page.Table(
            "Constraints. The price is how much the objective falls, in per cent of itself, when the limit is relaxed "
                + "by 1 %.",
            [new("Constraint"), new("Baseline", true), new("Optimum", true), new("Limit", true), new("State"),
                new("Price", true)],
            constraints.Select(pair => Row(pair.Key, pair.Value)));
        page.Figure(PlotSize.Wide, BarFigure.Prices(constraints), "Prices of the constraints",
            $"Fall of the objective when each limit is relaxed by 1 %, from the multipliers at the optimum; error "
                + $"bars are one standard error. A constraint that is not on its limit has no price.");
        page.EndSection();
    }

    private static Markup[] Row(string name, ConstraintSummary constraint)
    {
        var state = (constraint.Satisfied, constraint.Active) switch
        {
            (false, _) => new Markup("<span class=\"badge bad\">not satisfied</span>"),
            (true, true) => new Markup("<span class=\"badge\">on the limit</span>"),
            _ => new Markup("<span class=\"badge good\">satisfied</span>"),
        };
        return
        [
            Markup.From($"{name}<div class=\"note\"><code>{constraint.Expression}</code></div>"),
            Markup.From($"{NumberText.Plain(constraint.Baseline, constraint.Unit, 5)}"),
            Markup.From($"{NumberText.Plain(constraint.Value, constraint.Unit, 5)}"),
            Markup.From($"{Names.Sign(constraint.Relation)} {NumberText.Plain(constraint.Limit, constraint.Unit, 5)}"),
            state,
            Markup.From($"{NumberText.WithError(constraint.Price, constraint.PriceError, "%")}"),
        ];
    }
}
