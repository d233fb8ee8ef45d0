using CoDesign.Optimization.Gradient;

namespace CoDesign.Studies.Runs;

/// <summary>A step of a descent as the journal holds it.</summary>
/// <param name="Objective">Objective at the point of the step.</param>
/// <param name="Constraints">Constraint functions there.</param>
/// <param name="State">State after the step.</param>
internal sealed record StepRecord(double Objective, double[] Constraints, GradientDescentState State);
