namespace CoDesign.Studies.Trackers;

/// <summary>What measures tracks.</summary>
public enum TrackModel
{
    /// <summary>Exact propagation of covariance.</summary>
    Covariance,

    /// <summary>Sampled hits in the linearised helix.</summary>
    Tracks,
}
