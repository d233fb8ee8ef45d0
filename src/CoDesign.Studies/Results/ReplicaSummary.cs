namespace CoDesign.Studies.Results;

/// <summary>A repeated optimisation.</summary>
/// <param name="Index">Number; 0 starts at the baseline.</param>
/// <param name="Objective">Objective on the common fresh events, hard readout.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Parameters">Parameters in their units.</param>
public sealed record ReplicaSummary(
    int Index, double Objective, double Error, IReadOnlyDictionary<string, double> Parameters);
