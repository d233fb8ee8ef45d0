namespace CoDesign.Studies.Minimization;

/// <summary>How a minimisation ended.</summary>
/// <param name="Summary">Its summary.</param>
/// <param name="Failure">Why it has to be taken for failed, in lines for the user; null when it has a result.</param>
public sealed record MinimizationOutcome(MinimizationSummary Summary, string? Failure);
