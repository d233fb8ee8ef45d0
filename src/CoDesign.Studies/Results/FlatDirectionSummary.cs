namespace CoDesign.Studies.Results;

/// <summary>A direction in which the objective is nearly flat.</summary>
/// <param name="Curvature">Second derivative of the objective along it, in the unconstrained parameters.</param>
/// <param name="ObjectiveRise">Relative rise of the objective at one unit along it.</param>
/// <param name="Components">Component by parameter; unit length.</param>
public sealed record FlatDirectionSummary(
    double Curvature, double ObjectiveRise, IReadOnlyDictionary<string, double> Components);
