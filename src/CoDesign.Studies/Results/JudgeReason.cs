namespace CoDesign.Studies.Results;

/// <summary>Why a judge's verdict is what it is: the values of <see cref="JudgeSummary.Reason"/>.</summary>
public static class JudgeReason
{
    /// <summary>It sees a gain, and the optimum keeps the constraints: the only reason that confirms.</summary>
    public const string Gain = "gain";

    /// <summary>The optimum is worse than the baseline.</summary>
    public const string Worse = "worse";

    /// <summary>It sees no gain, but would have seen one as large as the model's.</summary>
    public const string NoGain = "no_gain";

    /// <summary>It sees no gain, but had too few showers to see one as large as the model's.</summary>
    public const string Undecided = "undecided";

    /// <summary>The optimum does not keep a constraint, whatever the gain.</summary>
    public const string BrokenConstraint = "broken_constraint";

    /// <summary>It sees a gain, but through a readout at fault that it shares with the model.</summary>
    public const string SharedFault = "shared_fault";

    /// <summary>The gain could not be measured.</summary>
    public const string NotMeasured = "not_measured";

    /// <summary>Whether the verdict is open: neither a gain nor the lack of one was seen.</summary>
    /// <param name="reason">The reason.</param>
    public static bool IsOpen(string? reason) => reason is Undecided or NotMeasured;
}
