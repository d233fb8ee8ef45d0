using CoDesign.Reports.Drawings;
using CoDesign.Reports.Figures;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The detector before and after: a drawing, and the details that the form of its layout has.</summary>
internal static class LayoutPart
{
    public static void Write(Page page, LayoutSummary before, LayoutSummary after)
    {
        if (!LayoutDrawing.Write(
            page, [("Baseline", before), ("Optimum", after)], "The design before and after, to scale"))
        {
            page.Paragraph($"The summary holds no layers to draw.");
            return;
        }

        switch (before, after)
        {
            case (StackSummary first, StackSummary second):
                page.Drawing(
                    LayerInset.Render(first, second, new MaterialColors(first, second)),
                    "Layers of each section, magnified",
                    $"Two periods of every section, with the thickness of each layer. All panels share one scale "
                        + $"unless their name says otherwise.");
                break;
            case (TrackerSummary first, TrackerSummary second):
                LayerTable.Write(page, first, second);
                Material(page, first, second);
                break;
        }
    }

    private static void Material(Page page, TrackerSummary before, TrackerSummary after)
    {
        if (!HasPoints(before) || !HasPoints(after))
        {
            return;
        }

        GroupColors colors = new(before, after);
        page.Add($"<div class=\"pair\">");
        page.Figure(
            PlotSize.Half, MaterialFigure.Make(before, after, "optimum", colors), "Material of the baseline",
            $"Along straight lines from the origin, by group of layers; dotted: the total of the optimum.");
        page.Figure(
            PlotSize.Half, MaterialFigure.Make(after, before, "baseline", colors), "Material of the optimum",
            $"The same on the same axes; dotted: the total of the baseline.");
        page.Add($"</div>");
    }

    private static bool HasPoints(TrackerSummary tracker) =>
        tracker.Material.Values.Any(curve => curve.Points.Count > 1);
}
