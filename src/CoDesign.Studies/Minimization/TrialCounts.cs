namespace CoDesign.Studies.Minimization;

/// <summary>How many trials there were.</summary>
/// <param name="Total">All that ended: finished and failed.</param>
/// <param name="Finished">Those with a result.</param>
/// <param name="Failed">Those without.</param>
/// <param name="Infeasible">Those with a result that violates a constraint.</param>
public sealed record TrialCounts(int Total, int Finished, int Failed, int Infeasible);
