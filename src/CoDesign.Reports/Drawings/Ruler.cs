using System.Globalization;
using CoDesign.Reports.Plots;
using CoDesign.Reports.Web;

namespace CoDesign.Reports.Drawings;

/// <summary>Axes of drawings with ticks at round numbers.</summary>
internal static class Ruler
{
    /// <summary>What a horizontal axis takes below its line [px].</summary>
    public const double Height = 50;

    private const int Intervals = 6;

    /// <summary>An axis below a drawing.</summary>
    /// <param name="low">Value at its left end.</param>
    /// <param name="high">Value at its right end.</param>
    /// <param name="place">Place of a value [px].</param>
    /// <param name="y">Height of its line [px].</param>
    /// <param name="title">Quantity and unit.</param>
    public static Markup Horizontal(double low, double high, Func<double, double> place, double y, string title)
    {
        IEnumerable<Markup> ticks = NiceTicks.Between(low, high, Intervals).Select(tick => Markup.From(
            $"<line x1=\"{place(tick)}\" x2=\"{place(tick)}\" y1=\"{y}\" y2=\"{y + 6}\" class=\"svg-measure\"/>"
                + $"<text x=\"{place(tick)}\" y=\"{y + 21}\" class=\"svg-label\" text-anchor=\"middle\">"
                + $"{Label(tick)}</text>"));
        return Markup.From($"<line x1=\"{place(low)}\" x2=\"{place(high)}\" y1=\"{y}\" y2=\"{y}\" "
            + $"class=\"svg-measure\"/>{new Markup(string.Concat(ticks))}<text x=\"{(place(low) + place(high)) / 2}\" "
            + $"y=\"{y + 42}\" class=\"svg-label\" text-anchor=\"middle\">{title}</text>");
    }

    /// <summary>An axis to the left of a drawing.</summary>
    /// <param name="low">Value at its lower end.</param>
    /// <param name="high">Value at its upper end.</param>
    /// <param name="place">Place of a value [px].</param>
    /// <param name="x">Place of its line [px].</param>
    /// <param name="intervals">About so many intervals.</param>
    /// <param name="title">Quantity and unit.</param>
    public static Markup Vertical(
        double low, double high, Func<double, double> place, double x, int intervals, string title)
    {
        double middle = (place(low) + place(high)) / 2;
        IEnumerable<Markup> ticks = NiceTicks.Between(low, high, intervals).Select(tick => Markup.From(
            $"<line x1=\"{x - 6}\" x2=\"{x}\" y1=\"{place(tick)}\" y2=\"{place(tick)}\" class=\"svg-measure\"/>"
                + $"<text x=\"{x - 9}\" y=\"{place(tick) + 5}\" class=\"svg-label\" text-anchor=\"end\">"
                + $"{Label(tick)}</text>"));
        return Markup.From($"<line x1=\"{x}\" x2=\"{x}\" y1=\"{place(low)}\" y2=\"{place(high)}\" "
            + $"class=\"svg-measure\"/>{new Markup(string.Concat(ticks))}<text x=\"{x - 56}\" y=\"{middle}\" "
            + $"class=\"svg-label\" text-anchor=\"middle\" transform=\"rotate(-90 {x - 56} {middle})\">{title}</text>");
    }

    private static string Label(double tick) =>
        tick.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
}
