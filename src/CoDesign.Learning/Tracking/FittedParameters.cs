using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>Which of the five parameters a tracker can fit; the others are taken as known: those of a coordinate that too
/// few layers measure, and the curvature where there is no field.</summary>
/// <param name="surfaces">The layers.</param>
public sealed class FittedParameters(TrackerSurfaces surfaces)
{
    /// <summary>Whether measurements of u are fitted.</summary>
    public bool U { get; } = surfaces.FitsU;

    /// <summary>Whether measurements of v are fitted.</summary>
    public bool V { get; } = surfaces.FitsV;

    /// <summary>How many parameters are fitted.</summary>
    public int Count => Enumerable.Range(0, LinearisedTrack.N).Count(Contains);

    /// <summary>Whether a parameter is fitted.</summary>
    /// <param name="parameter">Its number in <see cref="TrackParameter"/>.</param>
    public bool Contains(int parameter) =>
        parameter > (int)TrackParameter.Curvature ? V
        : U && (surfaces.HasField || parameter != (int)TrackParameter.Curvature);

    /// <summary>Whether a track is measured at the places that a fit needs.</summary>
    /// <param name="placesU">Distinct places where u was measured.</param>
    /// <param name="placesV">Distinct places where v was measured.</param>
    public bool AreFixedBy(int placesU, int placesV) => (U || V)
        && (!U || placesU >= FitPlaces.NeededU(surfaces.HasField)) && (!V || placesV >= FitPlaces.NeededV);

    /// <summary>Makes known parameters independent of the others in an information matrix, with variance one.</summary>
    /// <param name="matrix">The matrix, [5, 5].</param>
    internal void Decouple(Span<double> matrix) => SetKnown(matrix, 1);

    /// <summary>Gives known parameters no error in a covariance matrix.</summary>
    /// <param name="matrix">The matrix, [5, 5].</param>
    internal void Clear(Span<double> matrix) => SetKnown(matrix, 0);

    private void SetKnown(Span<double> matrix, double diagonal)
    {
        const int N = LinearisedTrack.N;
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N && !Contains(i); j++)
            {
                matrix[(i * N) + j] = matrix[(j * N) + i] = i == j ? diagonal : 0;
            }
        }
    }
}
