using System.Globalization;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Trackers;

/// <summary>Makes a group of layers of its node, whose materials are resolved.</summary>
internal sealed class LayerGroupReader(GeometryReading reading, TrackerShape shape)
{
    /// <summary>The group; every node that it reads must be valid.</summary>
    public LayerGroup Read(ConfigNode node)
    {
        var measures = node.Get("measures").Text;
        ConfigNode pitch = node.Get("pitch"), resolution = node.Get("resolution");
        var isSegmented = pitch.Entries.Count > 0;
        return new LayerGroup
        {
            Name = node.Get("name").Text,
            Count = node.Get("count").Expression,
            Position = node.Get("position").Expression,
            HalfWidth = node.Find("half_width")?.Expression,
            HalfLength = node.Find("half_length")?.Expression,
            MeasuresU = measures is "both" or "u",
            MeasuresV = measures is "both" or "v",
            PitchU = isSegmented ? pitch.Find("u")?.Expression ?? ExtentU(node) : null,
            PitchV = isSegmented ? pitch.Find("v")?.Expression ?? Twice(node.Find("half_length")) : null,
            ResolutionU = resolution.Find("u")?.Expression,
            ResolutionV = resolution.Find("v")?.Expression,
            Sensor = node.Find("sensor") is { } sensor ? Material(sensor) : null,
            Supports = [.. node.Get("supports").Items.Select(Material)],
            Efficiency = node.Get("efficiency").Expression,
            AreaFactor = node.Get("area_factor").Expression,
        };
    }

    /// <summary>A slab of material.</summary>
    public LayerMaterial Material(ConfigNode node) => Material(node, "thickness");

    /// <summary>A material and the expression at a key.</summary>
    public LayerMaterial Material(ConfigNode node, string key) =>
        new(reading.Material(node.Get("material")), node.Get(key).Expression);

    // Strips that are not segmented in a coordinate are as long as the layer.
    private Expression? ExtentU(ConfigNode node) => shape == TrackerShape.Planes
        ? Twice(node.Find("half_width"))
        : Expression.Parse(string.Create(
            CultureInfo.InvariantCulture, $"{2 * Math.PI} * ({node.Get("position").Expression})"));

    private static Expression? Twice(ConfigNode? half) =>
        half is null ? null : Expression.Parse($"2 * ({half.Expression})");
}
