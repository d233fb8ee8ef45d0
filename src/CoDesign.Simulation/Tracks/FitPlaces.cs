namespace CoDesign.Simulation.Tracks;

/// <summary>At how many distinct places a track must be measured for a fit. Hits at one place count once: two places
/// hold no curvature however many layers stand there, and a matrix tells that only to rounding.</summary>
public static class FitPlaces
{
    // Part of the span of all layers. Where one of three places is nearer to another, the curvature rests on digits
    // that the filter has lost: with silicon at hundreds of MeV a variance is wrong by 1 % at this distance, by
    // (distance)^-2 more below, and by 1e-4 at ten times it. Layers 10 um apart in a metre are one in practice, too.
    private const double Tolerance = 1e-5;

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
