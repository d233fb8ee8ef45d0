namespace CoDesign.Simulation.Tracks;

/// <summary>Hits of noise in a layer: each channel, a pitch by a pitch, fires with a probability.</summary>
/// <param name="Occupancy">Probability that a channel fires.</param>
/// <param name="PitchU">Pitch in u [mm].</param>
/// <param name="PitchV">Pitch in v [mm].</param>
public readonly record struct NoiseDensity(double Occupancy, double PitchU, double PitchV)
{
    /// <summary>Mean number of them in a window.</summary>
    /// <param name="widthU">Width in u [mm].</param>
    /// <param name="widthV">Width in v [mm].</param>
    public double Mean(double widthU, double widthV) =>
        Occupancy > 0 ? Occupancy * widthU * widthV / (PitchU * PitchV) : 0;
}
