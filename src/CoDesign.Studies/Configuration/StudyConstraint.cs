using CoDesign.Detectors.Geometries;
using CoDesign.Optimization;
using static TorchSharp.torch;

namespace CoDesign.Studies.Configuration;

/// <summary>A limit on a quantity of the detector.</summary>
/// <param name="Name">Name in the study.</param>
/// <param name="Expression">The quantity.</param>
/// <param name="Relation">How it is limited.</param>
/// <param name="Limit">The limit, internal units, not 0.</param>
/// <param name="Unit">Unit it is shown in.</param>
/// <param name="UnitValue">Size of that unit in internal units.</param>
public sealed record StudyConstraint(
    string Name, ConstraintExpression Expression, ConstraintRelation Relation, double Limit, string Unit,
    double UnitValue)
{
    /// <summary>Kind for the optimiser.</summary>
    public ConstraintKind Kind =>
        Relation == ConstraintRelation.Equal ? ConstraintKind.Equality : ConstraintKind.Inequality;

    // Sign of value / limit - 1 in the constraint function.
    private double Direction => Math.Sign(Limit) * (Relation == ConstraintRelation.AtLeast ? -1 : 1);

    /// <summary>Tolerance of an equality, relative to the limit.</summary>
    public const double EqualityTolerance = 1e-5;

    // Rounding of values near the limit, relative to it.
    private const double Rounding = 1e-9;

    // A constraint within this share of its limit is on it.
    private const double ActiveWithin = 2e-3;

    /// <summary>Constraint function of a value: at most 0 when satisfied, or 0 for an equality.</summary>
    /// <param name="value">Value of the quantity, internal units.</param>
    public double Excess(double value) => Direction * ((value / Limit) - 1);

    /// <summary>The same with the gradient of the value, scalar.</summary>
    /// <param name="value">Value of the quantity, scalar, internal units.</param>
    public Tensor Excess(Tensor value) => Direction * ((value / Limit) - 1);

    /// <summary>Whether a constraint function satisfies the constraint.</summary>
    /// <param name="excess">Value of the constraint function.</param>
    public bool IsSatisfied(double excess) =>
        Kind == ConstraintKind.Equality ? Math.Abs(excess) <= EqualityTolerance : excess <= Rounding;

    /// <summary>Whether a constraint function is on its limit.</summary>
    /// <param name="excess">Value of the constraint function.</param>
    public bool IsActive(double excess) => Kind == ConstraintKind.Equality || excess > -ActiveWithin;
}
