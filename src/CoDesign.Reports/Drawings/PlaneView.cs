using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>Side views of planes: the beam from left to right, the bending coordinate x upwards.</summary>
internal sealed class PlaneView
{
    private const double Right = 84;
    private const double LowestHalf = 56;
    private const double TallestHalf = 130;
    private const double RowHeight = 17;
    private const double TooClose = 4.5;
    private const double Thickest = 3.5;
    private const double Apart = 4.4;
    private const double WidestCluster = 30;

    private readonly GroupColors _colors;
    private readonly double _thickest;
    private readonly double _low;
    private readonly double _high;
    private readonly double _scale;
    private readonly double _half;
    private readonly double? _edge;

    /// <summary>The scale that all of the trackers fit.</summary>
    public PlaneView(IReadOnlyList<TrackerSummary> trackers, GroupColors colors, double thickest)
    {
        (_colors, _thickest) = (colors, thickest);
        TrackerLayerSummary[] layers = [.. trackers.SelectMany(tracker => tracker.Layers)];
        (_low, _high) = Extent([.. layers.Select(layer => layer.PositionMm)]);
        _scale = (TrackerDrawing.Width - TrackerDrawing.Left - Right) / (_high - _low);
        _edge = layers.Max(layer => layer.HalfWidthMm) is > 0 and var edge ? edge : null;
        _half = _edge is { } half ? Math.Clamp(half * _scale, LowestHalf, TallestHalf) : LowestHalf;
    }

    private double VerticalScale => _edge is { } edge ? _half / edge : 0;

    public Markup Ruler(double y) => Drawings.Ruler.Horizontal(_low, _high, Place, y, "z along the beam [mm]");

    public (Markup Svg, double Height) Render(string name, TrackerSummary tracker, double top)
    {
        IReadOnlyList<LayerCluster> clusters = LayerCluster.Of(
            [.. tracker.Layers.Select(layer => Place(layer.PositionMm))], TooClose);
        (Markup labels, double labelHeight) = Multiplicities(clusters, top + 24);
        double middle = top + 24 + labelHeight + _half;
        IEnumerable<Markup> planes = clusters
            .Select(cluster => (Cluster: cluster, Step: cluster.Step(clusters, Apart, WidestCluster)))
            .SelectMany(drawn => drawn.Cluster.SideBySide(drawn.Step).Select(place => Plane(
                tracker.Layers[place.Index], place.Place, middle,
                drawn.Cluster.Count > 1 ? 0.8 * drawn.Step : Thickest)));
        return (Markup.From($"{TrackerText.Heading(name, tracker, 12, top + 15)}{Axis(middle)}{Beam(middle)}"
            + $"{new Markup(string.Concat(planes))}{labels}"), 24 + labelHeight + (2 * _half) + 6);
    }

    /// <summary>The origin is shown unless it is far from all planes.</summary>
    private static (double Low, double High) Extent(double[] places)
    {
        (double low, double high) = places.Length == 0 ? (0, 1) : (places.Min(), places.Max());
        double span = high - low;
        low = low > 0 && low < 1.5 * span ? 0 : low;
        double margin = span > 0 ? 0.02 * (high - low) : Math.Max(0.05 * Math.Abs(high), 1);
        return (low - margin, high + margin);
    }

    private double Place(double z) => TrackerDrawing.Left + ((z - _low) * _scale);

    private Markup Plane(TrackerLayerSummary layer, double x, double middle, double room)
    {
        double width = Math.Min(TrackerDrawing.LineWidth(layer, _thickest, 1.4, Thickest), room);
        string color = _colors[layer.Name];
        double half = layer.HalfWidthMm is { } edge ? edge * VerticalScale : 0.72 * _half;
        Markup ends = layer.HalfWidthMm is not null ? Markup.Empty : Markup.From(
            $"<path d=\"M{x} {middle - _half}V{middle - half}M{x} {middle + half}V{middle + _half}\" "
                + $"stroke=\"{color}\" stroke-width=\"{width}\" class=\"svg-open\"/>");
        return Markup.From($"<line x1=\"{x}\" x2=\"{x}\" y1=\"{middle - half}\" y2=\"{middle + half}\" "
            + $"stroke=\"{color}\" stroke-width=\"{width}\" class=\"svg-layer\">{TrackerText.Hint(layer, "z")}"
            + $"</line>{ends}");
    }

    private static Markup Beam(double middle) => Markup.From($"""
        <path d="M{TrackerDrawing.Left} {middle}H{TrackerDrawing.Width - 52}" class="svg-beam"/>
        <path d="M{TrackerDrawing.Width - 58} {middle - 4}l8 4l-8 4" class="svg-measure"/>
        <text x="{TrackerDrawing.Width - 46}" y="{middle + 5}" class="svg-label">beam</text>
        """);

    private Markup Axis(double middle)
    {
        if (_edge is not { } edge)
        {
            return Markup.Empty;
        }

        double ratio = VerticalScale / _scale;
        string title = Math.Abs(ratio - 1) < 0.005 ? "x [mm]"
            : $"x [mm], {NumberText.Plain(ratio, digits: 2)} × z";
        return Drawings.Ruler.Vertical(
            -edge, edge, x => middle - (x * VerticalScale), TrackerDrawing.Left - 6, 4, title);
    }

    // How many planes stand at one place, in rows so that no two labels touch.
    private static (Markup Svg, double Height) Multiplicities(IEnumerable<LayerCluster> clusters, double top)
    {
        (LayerCluster Cluster, int Row)[] placed = LabelRows.Of(clusters.Where(cluster => cluster.Count > 1));
        int rows = placed.Select(label => label.Row + 1).DefaultIfEmpty(0).Max();
        double bottom = top + (rows * RowHeight);
        IEnumerable<Markup> labels = placed.Select(label => Markup.From(
            $"<text x=\"{label.Cluster.Center}\" y=\"{bottom - 5 - (label.Row * RowHeight)}\" class=\"svg-count\" "
                + $"text-anchor=\"middle\">× {label.Cluster.Count}</text>"));
        return (new Markup(string.Concat(labels)), (rows * RowHeight) + 2);
    }
}
