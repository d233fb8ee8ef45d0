namespace CoDesign.Studies.Minimization;

/// <summary>An answer that cannot be used; the trial failed.</summary>
/// <param name="kind">Why.</param>
/// <param name="reason">In a sentence.</param>
internal sealed class AnswerException(FailureKind kind, string reason) : Exception(reason)
{
    public TrialFailure Failure { get; } = new(kind, reason);

    /// <summary>Whether it is the answer to another question.</summary>
    public bool IsOfAnotherTrial { get; init; }
}
