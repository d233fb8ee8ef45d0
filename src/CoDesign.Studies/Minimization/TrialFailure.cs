namespace CoDesign.Studies.Minimization;

/// <summary>Why a trial has no result.</summary>
/// <param name="Kind">In one word.</param>
/// <param name="Reason">In a sentence, with what was given.</param>
public sealed record TrialFailure(FailureKind Kind, string Reason);
