namespace CoDesign.Simulation.Tracks;

/// <summary>At how many distinct places a track must be measured for a fit. Hits at one place count once: two places
/// hold no curvature however many layers stand there, and a matrix tells that only to rounding.</summary>
public static class FitPlaces
{
    /// <summary>Places nearer to each other than this part of the span of all layers are one.</summary>
    /// <remarks>Between this and about 1e-4 a fit is possible in principle but lost in rounding; there the pivots of
    /// its matrix decide.</remarks>
    private const double Tolerance = 1e-9;

    /// <summary>Places where v must be measured.</summary>
    public const int NeededV = 2;

    /// <summary>Places where u must be measured: three with a field, two without.</summary>
    /// <param name="hasField">Whether there is a field.</param>
    public static int NeededU(bool hasField) => hasField ? 3 : 2;

    /// <summary>Distance up to which two positions are one place [mm].</summary>
    /// <param name="positions">Positions of all layers [mm], ascending.</param>
    public static double Separation(IReadOnlyList<double> positions) =>
        positions.Count == 0 ? 0 : Tolerance * (positions[^1] - positions[0]);
}
