using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>Stacks as side views, one above the other on one scale in mm.</summary>
internal static class StackDrawing
{
    private const double Width = 1000;
    private const double Left = 12;
    private const double Right = 100;
    private const double TallestView = 260;
    private const double ThinnestPeriod = 1.5;

    /// <summary>Designs one above the other, each with the name it is to have.</summary>
    public static Markup Render(IReadOnlyList<(string Name, StackSummary Layout)> designs, MaterialColors colors)
    {
        double deepest = Math.Max(designs.Max(design => design.Layout.DepthMm), 1e-9);
        double scale = (Width - Left - Right) / deepest;
        (Markup legend, double bottom) = SwatchLegend.Render(colors.Entries, Left, Width - Left);
        var views = new List<Markup>();
        bottom += 12;
        foreach ((string name, StackSummary stack) in designs)
        {
            (Markup view, double tall) = View(stack, name, scale, bottom, colors);
            views.Add(view);
            bottom += tall + 10;
        }

        Markup ruler = Ruler.Horizontal(
            0, deepest, depth => Left + (depth * scale), bottom, "depth along the beam [mm]");
        return Markup.From($"""
            <svg class="stack" viewBox="0 0 {Width} {bottom + Ruler.Height}"
            role="img" xmlns="http://www.w3.org/2000/svg">
            <title>Side views on a common scale</title>
            <desc>{string.Join(" ", designs.Select(design => $"{design.Name}: {Summary(design.Layout)}."))}</desc>
            {legend}{new Markup(string.Concat(views))}{ruler}</svg>
            """);
    }

    private static string Summary(StackSummary stack) =>
        $"depth {NumberText.Plain(stack.DepthMm, "mm")} = {NumberText.Plain(stack.RadiationLengths, "X₀", 3)}, "
        + $"cells of {NumberText.Plain(stack.CellMm, "mm", 3)}";

    private static (Markup Svg, double Height) View(
        StackSummary stack, string name, double scale, double top, MaterialColors colors)
    {
        const double Heading = 24;
        const double Footing = 22;
        var cell = stack.CellMm * scale;
        var shown = Math.Clamp((int)(TallestView / cell), 1, Math.Max(stack.CellCount, 1));
        var height = Math.Min(shown * cell, TallestView);
        var y = top + Heading;
        var svg = new List<Markup>
        {
            Markup.From($"<text x=\"{Left}\" y=\"{top + 15}\" class=\"svg-head\">{name}<tspan class=\"svg-note\" "
                + $"dx=\"10\">{Summary(stack)}, {shown} of {stack.CellCount} cells in height</tspan></text>"),
        };
        var x = Left;
        foreach (var section in stack.Sections)
        {
            var start = x;
            x = Section(section, x, y, height, scale, colors, svg);
            svg.Add(Markup.From($"<rect x=\"{start}\" y=\"{y}\" width=\"{x - start}\" height=\"{height}\" "
                + $"class=\"svg-frame\"/>"));
            svg.Add(SectionName(section, start, x, y + height + 16));
        }

        for (var i = 1; i < shown; i++)
        {
            svg.Add(Markup.From($"<line x1=\"{Left}\" x2=\"{x}\" y1=\"{y + i * cell}\" y2=\"{y + i * cell}\" "
                + $"class=\"svg-cell\"/>"));
        }

        svg.Add(CellMeasure(stack, x + 8, y, Math.Min(cell, height)));
        return (new Markup(string.Concat(svg)), Heading + height + Footing);
    }

    private static double Section(
        SectionSummary section, double x, double y, double height, double scale, MaterialColors colors,
            List<Markup> svg)
    {
        LayerSummary[] period = [section.Absorber, section.Active,
            .. section.Passive is { } passive ? new[] { passive } : []];
        var repeats = section.Layers;
        var stretch = 1.0;
        if (period.Sum(layer => layer.ThicknessMm) * scale < ThinnestPeriod)
        {
            // Too thin to see: one period stretched over the section keeps the share of each material.
            stretch = repeats;
            repeats = 1;
        }

        for (var i = 0; i < repeats; i++)
        {
            foreach (var layer in period)
            {
                var width = layer.ThicknessMm * scale * stretch;
                svg.Add(Markup.From($"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" "
                    + $"fill=\"{colors[layer.Material]}\"/>"));
                x += width;
            }
        }

        return x;
    }

    private static Markup SectionName(SectionSummary section, double start, double end, double y)
    {
        const double WidthOfLetter = 8;
        var letters = (int)((end - start) / WidthOfLetter);
        var text = $"{section.Name} ({section.Layers}×)";
        if (text.Length > letters)
        {
            text = letters < 4 ? "" : text[..(letters - 1)] + "…";
        }

        return Markup.From($"<text x=\"{(start + end) / 2}\" y=\"{y}\" class=\"svg-label\" text-anchor=\"middle\">"
            + $"{text}<title>{section.Name}</title></text>");
    }

    private static Markup CellMeasure(StackSummary stack, double x, double y, double cell) => Markup.From($"""
        <path d="M{x} {y}h6M{x} {y + cell}h6M{x + 3} {y}v{cell}" class="svg-measure"/>
        <text x="{x + 11}" y="{y + Math.Max(cell / 2 + 5, 12)}" class="svg-label">{NumberText.Plain(stack.CellMm, "mm", 3)}</text>
        """);
}
