using CoDesign.Reports.Web;

namespace CoDesign.Reports.Drawings;

/// <summary>Swatches with the names of materials or of groups of layers, in rows.</summary>
internal static class SwatchLegend
{
    private const double RowHeight = 24;
    private const double WidthOfLetter = 8.2;

    public static (Markup Svg, double Height) Render(
        IReadOnlyList<(string Name, string Color)> entries, double left, double right)
    {
        var svg = new List<Markup>();
        var (x, y) = (left, 6.0);
        foreach (var (name, color) in entries)
        {
            var width = 36 + WidthOfLetter * name.Length;
            if (x > left && x + width > right)
            {
                (x, y) = (left, y + RowHeight);
            }

            svg.Add(Markup.From($"<rect x=\"{x}\" y=\"{y}\" width=\"16\" height=\"14\" fill=\"{color}\" "
                + $"class=\"svg-frame\" style=\"fill:{color}\"/><text x=\"{x + 22}\" y=\"{y + 12}\" "
                + $"class=\"svg-label\">{name}</text>"));
            x += width;
        }

        return (new Markup(string.Concat(svg)), y + RowHeight);
    }
}
