namespace CoDesign.Studies.Trackers;

/// <summary>What the squared errors of tracks are.</summary>
public enum SquaredErrors
{
    /// <summary>Variances.</summary>
    Expected,

    /// <summary>Squared deviations of single fits.</summary>
    Sampled,
}
