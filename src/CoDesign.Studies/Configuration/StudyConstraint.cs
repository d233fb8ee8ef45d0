using CoDesign.Detectors.Calorimeters;
using CoDesign.Optimization;

namespace CoDesign.Studies.Configuration;

/// <summary>A limit on a quantity of the detector.</summary>
/// <param name="Name">Name in the study.</param>
/// <param name="Expression">The quantity.</param>
/// <param name="Relation">How it is limited.</param>
/// <param name="Limit">The limit, internal units, not 0.</param>
/// <param name="Unit">Unit it is shown in.</param>
/// <param name="UnitValue">Size of that unit in internal units.</param>
public sealed record StudyConstraint(
    string Name, ConstraintExpression Expression, ConstraintRelation Relation, double Limit, string Unit, double UnitValue)
{
    /// <summary>Kind for the optimiser.</summary>
    public ConstraintKind Kind =>
        Relation == ConstraintRelation.Equal ? ConstraintKind.Equality : ConstraintKind.Inequality;

    /// <summary>Sign of value / limit - 1 in the constraint function.</summary>
    public double Sign => Relation == ConstraintRelation.AtLeast ? -1 : 1;
}
