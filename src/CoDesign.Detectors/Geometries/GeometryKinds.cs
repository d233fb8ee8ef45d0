using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Trackers;

namespace CoDesign.Detectors.Geometries;

/// <summary>The kinds of detector that geometry files may describe.</summary>
public static class GeometryKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<GeometryKind> All { get; } = [new CalorimeterKind(), new TrackerKind()];

    /// <summary>A kind by its word; null if there is none.</summary>
    public static GeometryKind? Find(string word) => All.FirstOrDefault(kind => kind.Word == word);
}
