using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>Trackers one above the other on one scale, with a legend of their groups of layers.</summary>
internal static class TrackerDrawing
{
    public const double Width = 1000;
    public const double Left = 84;

    /// <summary>Designs in order, each with the name it is to have; all of the shape of the first.</summary>
    public static Markup Render(IReadOnlyList<(string Name, TrackerSummary Layout)> designs, GroupColors colors)
    {
        TrackerSummary[] trackers = [.. designs.Select(design => design.Layout)];
        double thickest = trackers.SelectMany(tracker => tracker.Layers)
            .Select(layer => layer.RadiationLengths).DefaultIfEmpty(0).Max();
        (Markup legend, double bottom) = SwatchLegend.Render(colors.Of(trackers), 12, Width - 12);
        bool barrel = TrackerText.IsBarrel(trackers[0]);
        PlaneView planes = new(trackers, colors, thickest);
        BarrelView cylinders = new(trackers, colors, thickest);
        var views = new List<Markup>();
        foreach ((string name, TrackerSummary tracker) in designs)
        {
            (Markup view, double tall) = barrel
                ? cylinders.Render(name, tracker, bottom + 8) : planes.Render(name, tracker, bottom + 8);
            views.Add(view);
            bottom += tall + 14;
        }

        Markup ruler = barrel ? cylinders.Ruler(bottom + 4) : planes.Ruler(bottom + 4);
        return Markup.From($"""
            <svg class="stack" viewBox="0 0 {Width} {bottom + 4 + Ruler.Height}"
            role="img" xmlns="http://www.w3.org/2000/svg">
            <title>Views of the layers on a common scale</title>
            <desc>{string.Join(" ", designs.Select(d => $"{d.Name}: {TrackerText.Summary(d.Layout)}."))}</desc>
            {legend}{new Markup(string.Concat(views))}{ruler}</svg>
            """);
    }

    /// <summary>Width of the line of a layer [px]: with its material, but never too thin to be seen.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="thickest">x/X0 of the layer with most material.</param>
    /// <param name="thin">Width for no material [px].</param>
    /// <param name="thick">Width for most material [px].</param>
    public static double LineWidth(TrackerLayerSummary layer, double thickest, double thin, double thick) =>
        thickest > 0 ? thin + ((thick - thin) * layer.RadiationLengths / thickest) : thin;
}
