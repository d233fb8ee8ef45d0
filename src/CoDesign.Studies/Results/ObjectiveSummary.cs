namespace CoDesign.Studies.Results;

/// <summary>The objective.</summary>
/// <param name="Description">In words.</param>
/// <param name="Terms">Its terms.</param>
public sealed record ObjectiveSummary(string Description, IReadOnlyList<ObjectiveTermSummary> Terms);
