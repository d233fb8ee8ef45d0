namespace CoDesign.Studies.Results;

/// <summary>Gain of the optimum over the baseline.</summary>
/// <param name="Value">1 - optimum / baseline of the objective; 0.2 is 20 % better.</param>
/// <param name="Error">Standard error over seeds: fresh events, reconstruction retrained.</param>
/// <param name="PerSeed">Gain of each seed.</param>
public sealed record GainSummary(double Value, double Error, IReadOnlyList<double> PerSeed);
