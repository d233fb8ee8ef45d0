namespace CoDesign.Simulation.Tracks;

/// <summary>Which momentum a spectrum of tracks is of.</summary>
public enum MomentumKind
{
    /// <summary>The whole momentum p.</summary>
    Total,

    /// <summary>Momentum across the field axis, which the field bends: across z in a barrel, across y of
    /// planes.</summary>
    Transverse,
}
