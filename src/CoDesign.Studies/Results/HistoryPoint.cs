namespace CoDesign.Studies.Results;

/// <summary>A step of an optimisation as the report draws it.</summary>
/// <param name="Replica">Number of the optimisation; 0 is the one that started at the baseline.</param>
/// <param name="Step">Step, from 0.</param>
/// <param name="Objective">Objective on that step's events, smooth readout.</param>
/// <param name="Parameters">Parameters in their display units, in the order of the summary.</param>
/// <param name="Constraints">value / limit - 1 (sign such that at most 0 is satisfied), in the order of the
/// summary.</param>
/// <param name="Multipliers">Lagrange multipliers of those.</param>
public sealed record HistoryPoint(
    int Replica, int Step, double Objective, double[] Parameters, double[] Constraints, double[] Multipliers);
