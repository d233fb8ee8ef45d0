using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>What detectors look like, by the form of their layout: several designs on one scale.</summary>
internal static class LayoutDrawing
{
    /// <summary>Draws the designs that are of the form of the first.</summary>
    /// <returns>Whether there was anything to draw.</returns>
    public static bool Write(Page page, IReadOnlyList<(string Name, LayoutSummary Layout)> designs, string title)
    {
        switch (designs[0].Layout)
        {
            case StackSummary when Of<StackSummary>(designs) is var stacks
                && stacks.Any(stack => stack.Layout.Sections.Count > 0):
                page.Drawing(
                    StackDrawing.Render(stacks, new MaterialColors([.. stacks.Select(stack => stack.Layout)])), title,
                    $"Side view, the beam comes from the left. All designs and both axes share one scale in mm. White "
                        + $"lines part the readout cells. A section whose layers are too thin to be seen is drawn as "
                        + $"one layer of each material in the right share.");
                return true;
            case TrackerSummary when Of<TrackerSummary>(designs) is var trackers
                && trackers.Any(tracker => tracker.Layout.Layers.Count > 0):
                Trackers(page, trackers, title);
                return true;
            default:
                return false;
        }
    }

    private static void Trackers(Page page, (string Name, TrackerSummary Layout)[] designs, string title)
    {
        string views = TrackerText.IsBarrel(designs[0].Layout)
            ? "Side view with rays of constant pseudorapidity η, and front view along the beam, where radii are drawn "
                + "as in the side view."
            : "Side view, the beam comes from the left. Planes too close to be drawn apart stand side by side around "
                + "their place.";
        page.Drawing(
            TrackerDrawing.Render(designs, new GroupColors(designs.Select(design => design.Layout))), title,
            $"{views} All designs share one scale in mm; where the vertical one differs from that of z, its axis says "
                + $"so. Thicker lines hold more material where there is room for it; dashed ends mean that a "
                + $"layer has no edge in the model. \"× 4\" marks four layers at one place, or nearly so.");
    }

    private static (string Name, T Layout)[] Of<T>(IEnumerable<(string Name, LayoutSummary Layout)> designs)
        where T : LayoutSummary => [.. designs.Where(design => design.Layout is T)
            .Select(design => (design.Name, (T)design.Layout))];
}
