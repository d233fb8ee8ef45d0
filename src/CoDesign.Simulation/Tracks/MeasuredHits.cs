namespace CoDesign.Simulation.Tracks;

/// <summary>What the layers measure of one track; reused from track to track. Arrays are [layers].</summary>
public sealed class MeasuredHits(int layers)
{
    /// <summary>Measured u [mm].</summary>
    public double[] U { get; } = new double[layers];

    /// <summary>Measured v [mm].</summary>
    public double[] V { get; } = new double[layers];

    /// <summary>Error that the readout claims for u [mm]; zero where u was not measured.</summary>
    public double[] SigmaU { get; } = new double[layers];

    /// <summary>Error that the readout claims for v [mm]; zero where v was not measured.</summary>
    public double[] SigmaV { get; } = new double[layers];

    /// <summary>Whether a hit of noise was taken for that of the track.</summary>
    public bool[] IsNoise { get; } = new bool[layers];

    /// <summary>Forgets all hits.</summary>
    public void Clear()
    {
        Array.Clear(SigmaU);
        Array.Clear(SigmaV);
        Array.Clear(IsNoise);
    }
}
