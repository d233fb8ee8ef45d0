namespace CoDesign.Studies.Benchmarks;

/// <summary>How much is told of the trials of a measurement.</summary>
public enum TrialDetail
{
    /// <summary>Their number.</summary>
    Count,

    /// <summary>Their points, too.</summary>
    Points,
}
