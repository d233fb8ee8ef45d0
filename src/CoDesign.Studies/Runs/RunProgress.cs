namespace CoDesign.Studies.Runs;

/// <summary>Where a run stands.</summary>
/// <param name="Phase">What is being done, in a few words.</param>
/// <param name="Fraction">Share of the whole run's work that is done, in [0, 1].</param>
/// <param name="Detail">The latest figure, in a few words.</param>
public sealed record RunProgress(string Phase, double Fraction, string Detail);
