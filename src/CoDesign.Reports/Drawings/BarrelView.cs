using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>Side view (z and radius) and front view (along the beam) of layers around the beam.</summary>
internal sealed class BarrelView
{
    private const double Gap = 62;
    private const double Right = 12;
    private const double LowestHalf = 70;
    private const double TallestHalf = 165;
    private const double EtaHeight = 20;
    private const double TooClose = 2.5;
    private const double LabelHeight = 15;

    private readonly GroupColors _colors;
    private readonly double _thickest;
    private readonly double _zMax;
    private readonly double _rMax;
    private readonly double _scale;
    private readonly double _half;

    /// <summary>The scale that all of the trackers fit.</summary>
    public BarrelView(IReadOnlyList<TrackerSummary> trackers, GroupColors colors, double thickest)
    {
        (_colors, _thickest) = (colors, thickest);
        TrackerLayerSummary[] layers = [.. trackers.SelectMany(tracker => tracker.Layers)];
        double radius = layers.Select(layer => layer.PositionMm).DefaultIfEmpty(1).Max();
        _rMax = 1.06 * Math.Max(radius, 1e-9);
        _zMax = 1.04 * (layers.Max(layer => layer.HalfLengthMm) is > 0 and var length ? length : 1.5 * _rMax);
        double room = TrackerDrawing.Width - TrackerDrawing.Left - Gap - Right;
        _half = Math.Clamp(_rMax * room / (2 * (_zMax + _rMax)), LowestHalf, TallestHalf);
        double widest = (room - (2 * _half)) / (2 * _zMax);
        _scale = _half < TallestHalf ? widest : Math.Min(widest, RadialScale);
    }

    private double RadialScale => _half / _rMax;

    private double Middle => TrackerDrawing.Left + (_zMax * _scale);

    private double FrontCenter => TrackerDrawing.Left + (2 * _zMax * _scale) + Gap + _half;

    public Markup Ruler(double y) => Drawings.Ruler.Horizontal(-_zMax, _zMax, Place, y, "z along the beam [mm]");

    public (Markup Svg, double Height) Render(string name, TrackerSummary tracker, double top)
    {
        double axis = top + 24 + EtaHeight + _half;
        double ratio = RadialScale / _scale;
        string title = Math.Abs(ratio - 1) < 0.005 ? "r [mm]" : $"r [mm], {NumberText.Plain(ratio, digits: 2)} × z";
        Markup ruler = Drawings.Ruler.Vertical(
            0, _rMax, r => axis - (r * RadialScale), TrackerDrawing.Left - 6, 4, title);
        return (Markup.From($"{TrackerText.Heading(name, tracker, 12, top + 15)}{ruler}"
            + $"{EtaRays.Render(_zMax, _rMax, Place, r => axis - (r * RadialScale))}{Beam(axis)}"
            + $"{new Markup(string.Concat(tracker.Layers.Select(layer => Side(layer, axis))))}"
            + $"{Multiplicities(tracker, axis)}{Front(tracker, axis)}"), 24 + EtaHeight + (2 * _half) + 6);
    }

    private double Place(double z) => Middle + (z * _scale);

    private double LineWidth(TrackerLayerSummary layer) => TrackerDrawing.LineWidth(layer, _thickest, 1.2, 2.8);

    private Markup Side(TrackerLayerSummary layer, double axis)
    {
        double half = layer.HalfLengthMm is { } edge ? edge * _scale : 0.72 * _zMax * _scale;
        double above = axis - (layer.PositionMm * RadialScale), below = axis + (layer.PositionMm * RadialScale);
        string color = _colors[layer.Name];
        double width = LineWidth(layer), end = _zMax * _scale;
        Markup ends = layer.HalfLengthMm is not null ? Markup.Empty : Markup.From(
            $"<path d=\"M{Middle - end} {above}H{Middle - half}M{Middle + half} {above}H{Middle + end}"
                + $"M{Middle - end} {below}H{Middle - half}M{Middle + half} {below}H{Middle + end}\" "
                + $"stroke=\"{color}\" stroke-width=\"{width}\" class=\"svg-open\"/>");
        return Markup.From($"<path d=\"M{Middle - half} {above}h{2 * half}M{Middle - half} {below}h{2 * half}\" "
            + $"stroke=\"{color}\" stroke-width=\"{width}\" class=\"svg-layer\">{TrackerText.Hint(layer, "r")}</path>"
            + $"{ends}");
    }

    private Markup Front(TrackerSummary tracker, double axis)
    {
        IEnumerable<Markup> circles = tracker.Layers.Select(layer => Markup.From(
            $"<circle cx=\"{FrontCenter}\" cy=\"{axis}\" r=\"{layer.PositionMm * RadialScale}\" "
                + $"stroke=\"{_colors[layer.Name]}\" stroke-width=\"{LineWidth(layer)}\" class=\"svg-layer\">"
                + $"{TrackerText.Hint(layer, "r")}</circle>"));
        return Markup.From($"<text x=\"{FrontCenter}\" y=\"{axis - _half - 6}\" class=\"svg-note\" "
            + $"text-anchor=\"middle\">front view</text><path "
            + $"d=\"M{FrontCenter - 4} {axis}h8M{FrontCenter} {axis - 4}v8\" class=\"svg-measure\"/>"
            + $"{new Markup(string.Concat(circles))}");
    }

    private Markup Beam(double axis) => Markup.From(
        $"<path d=\"M{TrackerDrawing.Left} {axis}H{Place(_zMax)}\" class=\"svg-beam\"/>");

    // Behind the ends of the layers in the lower half, where there are no rays.
    private Markup Multiplicities(TrackerSummary tracker, double axis)
    {
        IEnumerable<LayerCluster> clusters = LayerCluster
            .Of([.. tracker.Layers.Select(layer => axis + (layer.PositionMm * RadialScale))], TooClose)
            .Where(cluster => cluster.Count > 1);
        var labels = new List<Markup>();
        double free = axis;
        foreach (LayerCluster cluster in clusters)
        {
            double y = Math.Max(cluster.Center, free);
            double end = cluster.Members.Max(i => tracker.Layers[i].HalfLengthMm ?? _zMax);
            labels.Add(Markup.From($"<text x=\"{Place(end) + 5}\" y=\"{y + 5}\" class=\"svg-count\">"
                + $"× {cluster.Count}</text>"));
            free = y + LabelHeight;
        }

        return new Markup(string.Concat(labels));
    }
}
