using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>What the drawings of trackers say in words.</summary>
internal static class TrackerText
{
    /// <summary>"8 planes from 0 to 1000 mm, 0.0800 X₀ at normal incidence, field of 0.5 T".</summary>
    public static string Summary(TrackerSummary tracker)
    {
        string noun = IsBarrel(tracker) ? "layer" : "plane";
        double[] places = [.. tracker.Layers.Select(layer => layer.PositionMm)];
        string count = $"{places.Length} {noun}{(places.Length == 1 ? "" : "s")}";
        string extent = places.Length == 0 ? ""
            : $" from {NumberText.Trimmed(places.Min())} to {NumberText.Trimmed(places.Max(), "mm")}";
        double depth = tracker.Layers.Sum(layer => layer.RadiationLengths);
        string field = tracker.FieldTesla == 0 ? "no field"
            : $"field of {NumberText.Trimmed(tracker.FieldTesla, "T")}";
        return $"{count}{extent}, {NumberText.Plain(depth, "X₀", 3)} at normal incidence, {field}";
    }

    /// <summary>Whether the layers are cylinders around the beam.</summary>
    public static bool IsBarrel(TrackerSummary tracker) => tracker.Shape == "barrel";

    /// <summary>What the pointer shows of a layer.</summary>
    public static Markup Hint(TrackerLayerSummary layer, string symbol) => Markup.From(
        $"<title>{layer.Name}: {symbol} = {NumberText.Trimmed(layer.PositionMm, "mm")}, "
            + $"{NumberText.Plain(layer.RadiationLengths, "X₀", 3)}</title>");

    /// <summary>Name of a view with the summary of what it shows.</summary>
    public static Markup Heading(string name, TrackerSummary tracker, double x, double y) => Markup.From(
        $"<text x=\"{x}\" y=\"{y}\" class=\"svg-head\">{name}<tspan class=\"svg-note\" dx=\"10\">{Summary(tracker)}"
            + $"</tspan></text>");
}
