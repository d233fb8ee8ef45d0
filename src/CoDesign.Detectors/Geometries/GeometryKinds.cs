using CoDesign.Detectors.Calorimeters;

namespace CoDesign.Detectors.Geometries;

/// <summary>The kinds of detector that geometry files may describe.</summary>
public static class GeometryKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<GeometryKind> All { get; } = [new CalorimeterKind()];

    /// <summary>A kind by its word; null if there is none.</summary>
    public static GeometryKind? Find(string word) => All.FirstOrDefault(kind => kind.Word == word);
}
