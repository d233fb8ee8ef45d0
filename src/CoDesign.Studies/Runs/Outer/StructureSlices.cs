using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>The outer model along each structural parameter.</summary>
internal static class StructureSlices
{
    /// <summary>Slices through the best structure.</summary>
    public static IReadOnlyList<SliceSummary> Of(StructureSpace space, StructureResult result)
    {
        _ = (space, result);
        return [];
    }
}
