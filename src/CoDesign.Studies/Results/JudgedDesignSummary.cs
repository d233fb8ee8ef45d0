namespace CoDesign.Studies.Results;

/// <summary>A design in both simulations, on the same primaries with the same hard readout.</summary>
/// <param name="MonteCarlo">The independent simulation.</param>
/// <param name="Model">The gradient's model.</param>
public sealed record JudgedDesignSummary(JudgedPerformance MonteCarlo, JudgedPerformance Model);
