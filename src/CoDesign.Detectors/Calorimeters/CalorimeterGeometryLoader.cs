using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Reads a geometry where only a sampling calorimeter will do.</summary>
public static class CalorimeterGeometryLoader
{
    /// <summary>Reads and checks a geometry; see <see cref="GeometryLoader.Load"/>.</summary>
    /// <param name="fileName">The file as the user named it; only for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="overrides">Changes of parameters and keys, applied in order.</param>
    /// <exception cref="StudyException">Anything is wrong, or it is of another kind.</exception>
    public static SamplingCalorimeterGeometry Load(
        string fileName, string text, IReadOnlyList<string>? overrides = null)
    {
        var geometry = GeometryLoader.Load(fileName, text, overrides);
        return geometry as SamplingCalorimeterGeometry ?? throw new StudyException([
            geometry.Configuration.Get("kind").Problem($"given kind {geometry.Kind}, must be {CalorimeterSchema.Kind}"),
        ]);
    }
}
