using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Results;
using TorchSharp;

namespace CoDesign.Studies.Trackers;

/// <summary>What a tracker looks like, and how much material a track meets at each angle.</summary>
internal static class TrackerDrawing
{
    private const int Angles = 60;

    // A barrel is drawn down to this angle, planes up to that of their tracks.
    private const double LeastAngle = 10 * Units.Degree;

    public static TrackerSummary Of(TrackerDetector detector, TrackSource source)
    {
        TrackerLayout layout = detector.Layout;
        double[] position = Values(layout.Position), material = Values(layout.RadiationLengths);
        double[] width = Values(layout.HalfExtentU), length = Values(layout.HalfExtentV);
        double[] u = Values(layout.ResolutionU), v = Values(layout.ResolutionV);
        TrackerLayerSummary[] layers = [.. Enumerable.Range(0, layout.Count).Select(i => new TrackerLayerSummary
        {
            Name = Group(detector.Geometry, layout.Names[i]),
            PositionMm = position[i],
            HalfWidthMm = Finite(width[i]),
            HalfLengthMm = Finite(length[i]),
            RadiationLengths = material[i],
            ResolutionUMm = layout.MeasuresU[i] ? u[i] : null,
            ResolutionVMm = layout.MeasuresV[i] ? v[i] : null,
        })];
        return new TrackerSummary(
            layout.Shape == TrackerShape.Barrel ? "barrel" : "planes", layout.Field.ToDouble() / Units.Tesla, layers,
            Material(layout.Shape, layers, source));
    }

    // A layer of a group of several is called by the group's name and its number.
    private static string Group(TrackerGeometry geometry, string layer) => geometry.Groups.Select(g => g.Name)
        .FirstOrDefault(name => layer.StartsWith(name + " ", StringComparison.Ordinal)
            && layer[(name.Length + 1)..].All(char.IsAsciiDigit)) ?? layer;

    private static Dictionary<string, CurveSummary> Material(
        TrackerShape shape, TrackerLayerSummary[] layers, TrackSource source)
    {
        double low = shape == TrackerShape.Barrel ? LeastAngle : 0;
        double high = shape == TrackerShape.Barrel ? 90 * Units.Degree : Math.Max(source.Polar.Maximum, LeastAngle);
        double[] angles = [.. Enumerable.Range(0, Angles).Select(i => low + ((high - low) * i / (Angles - 1)))];
        Dictionary<string, CurveSummary> curves = new() { ["total"] = Curve(layers) };
        string[] groups = [.. layers.Select(l => l.Name).Distinct()];
        foreach (string group in groups.Length > 1 ? groups : [])
        {
            curves[group] = Curve([.. layers.Where(l => l.Name == group)]);
        }

        return curves;

        CurveSummary Curve(TrackerLayerSummary[] some) => new(
            "Material x/X0", "%", CurveAxis.PolarAngle,
            [.. angles.Select(a => new CurvePoint(a / Units.Degree, some.Sum(l => Crossed(shape, l, a)) / 0.01, 0))]);
    }

    // Radiation lengths of a layer on a straight line from the origin at an angle to the beam.
    private static double Crossed(TrackerShape shape, TrackerLayerSummary layer, double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        if (shape == TrackerShape.Planes)
        {
            bool misses = layer.PositionMm * sin / cos > (layer.HalfWidthMm ?? double.PositiveInfinity);
            return misses ? 0 : layer.RadiationLengths / cos;
        }

        bool passes = layer.PositionMm * cos / sin > (layer.HalfLengthMm ?? double.PositiveInfinity);
        return passes ? 0 : layer.RadiationLengths / sin;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static double[] Values(torch.Tensor t) => t.detach().contiguous().data<double>().ToArray();
}
