using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>What a detector looks like before and after, by the form of its layout.</summary>
internal static class LayoutDrawing
{
    public static void Write(Page page, LayoutSummary before, LayoutSummary after)
    {
        switch (before, after)
        {
            case (StackSummary first, StackSummary second) when first.Sections.Count + second.Sections.Count > 0:
                Stacks(page, first, second);
                break;
            default:
                page.Paragraph($"The summary holds no layers to draw.");
                break;
        }
    }

    private static void Stacks(Page page, StackSummary before, StackSummary after)
    {
        var colors = new MaterialColors(before, after);
        page.Drawing(
            StackDrawing.Render(before, after, colors),
            "The stack before and after, to scale",
            $"Side view, the beam comes from the left. Both designs and both axes share one scale in mm. White lines "
                + $"part the readout cells. A section whose layers are too thin to be seen is drawn as one layer of "
                + $"each material in the right share.");
        page.Drawing(
            LayerInset.Render(before, after, colors),
            "Layers of each section, magnified",
            $"Two periods of every section, with the thickness of each layer. All panels share one scale unless their "
                + $"name says otherwise.");
    }
}
