using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Physics;
using TorchSharp;

namespace CoDesign.Detectors.Trackers;

/// <summary>What a tracker must keep to be one: layers where tracks come by, at least one channel on each that has
/// any, sensors that can be made, a size that fits into a hall.</summary>
internal static class TrackerLimits
{
    private const double Farthest = 100 * Units.Metre;
    private const double ThinnestSensor = 1 * Units.Um;

    // A limit is not 0: planes, which may be at 0, are counted from here.
    private const double BeforeTheOrigin = 1 * Units.Metre;

    public static IReadOnlyList<DetectorLimit> Of(TrackerGeometry geometry) =>
        [.. geometry.Groups.SelectMany((group, i) => Group(geometry, group, i))];

    private static IEnumerable<DetectorLimit> Group(TrackerGeometry geometry, LayerGroup group, int index)
    {
        yield return Limit($"farthest position of {group.Name}", "position", b => b.Position.max(), Farthest, true, "m",
            layer => layer.Get("position"));
        yield return geometry.Shape == TrackerShape.Planes
            ? Limit($"nearest position of {group.Name}, counted from 1 m before the origin", "position + 1 m",
                b => b.Position.min() + BeforeTheOrigin, BeforeTheOrigin, false, "m", layer => layer.Get("position"))
            : Limit($"nearest radius of {group.Name}", "position", b => b.Position.min(), ThinnestSensor, false, "um",
                layer => layer.Get("position"));
        if (group.PitchU is not null && group.PitchV is not null)
        {
            yield return Limit($"pitch over the extent of {group.Name}", "pitch / extent", b => Largest(b.PitchOverExtent),
                1, true, "", layer => layer.Get("pitch"));
        }

        // Where the signal is given without it, a sensor may be as thin as a question without material wants it.
        if (group is { NeedsReadout: true, Sensor: not null }
            && geometry.Readout is { } readout && readout.Signal.Names.Contains("thickness"))
        {
            yield return Limit($"thickness of the sensors of {group.Name}", "thickness", b => Smallest(b.SensorThickness),
                ThinnestSensor, false, "um", layer => layer.Get("sensor").Get("thickness"));
        }

        DetectorLimit Limit(
            string name, string text, Func<BuiltGroup, torch.Tensor> value, double limit, bool isUpper, string unit,
            Func<ConfigNode, ConfigNode> node) =>
            new(name,
                new ConstraintExpression(text, unit.Length == 0 ? Dimension.None : Dimension.OfLength,
                    detector => value(((TrackerDetector)detector).Groups[index])),
                limit, isUpper, unit)
            {
                Node = root => node(root.Get("layers").Items[index]),
            };
    }

    private static torch.Tensor Largest(torch.Tensor? values) =>
        values?.max() ?? throw new InvalidOperationException("a group with a pitch has an extent");

    private static torch.Tensor Smallest(torch.Tensor? values) =>
        values?.min() ?? throw new InvalidOperationException("a group with a sensor has its thickness");
}
