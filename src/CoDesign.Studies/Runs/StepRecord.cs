using CoDesign.Optimization.Gradient;

namespace CoDesign.Studies.Runs;

/// <summary>A step of a descent as the journal holds it.</summary>
/// <param name="Objective">Objective at the point of the step.</param>
/// <param name="Constraints">Constraint functions there.</param>
/// <param name="State">State after the step.</param>
/// <param name="Point">The point of the step, unconstrained numbers, where it is not the one that the step before led to:
/// that one had no value.</param>
/// <param name="Refused">Why it had none.</param>
internal sealed record StepRecord(
    double Objective, double[] Constraints, GradientDescentState State, double[]? Point = null, string? Refused = null);
