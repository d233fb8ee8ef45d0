namespace CoDesign.Studies.Trackers;

/// <summary>How the chance of a track to leave enough hits is counted.</summary>
public enum TrackAcceptance
{
    /// <summary>By the probability of each hit, with the edges of the layers washed out by the beam spot: carries the
    /// gradient.</summary>
    Smooth,

    /// <summary>By the hits that there were.</summary>
    Counted,
}
