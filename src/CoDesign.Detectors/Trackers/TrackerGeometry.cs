using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Physics;

namespace CoDesign.Detectors.Trackers;

/// <summary>A tracker with free parameters, as a file describes it; checked and immutable.</summary>
public sealed record TrackerGeometry : DetectorGeometry
{
    /// <summary>Planes or barrel.</summary>
    public required TrackerShape Shape { get; init; }

    /// <summary>Magnetic field.</summary>
    public required Expression Field { get; init; }

    /// <summary>Whether there is a field.</summary>
    public bool HasField => !Field.IsConstant || Field.Evaluate(_ => double.NaN) > 0;

    /// <summary>Where tracks begin.</summary>
    public required BeamSpot BeamSpot { get; init; }

    /// <summary>Groups of layers, at least one.</summary>
    public required IReadOnlyList<LayerGroup> Groups { get; init; }

    /// <summary>Electronics; null if every resolution is given.</summary>
    public TrackerReadoutDescription? Readout { get; init; }

    /// <summary>Power and cooling.</summary>
    public required TrackerPowerDescription Power { get; init; }

    /// <summary>Prices.</summary>
    public required TrackerCostDescription Cost { get; init; }

    /// <summary>Quantities of the whole tracker that a constraint may refer to.</summary>
    public static DetectorQuantities WholeQuantities { get; } = new(
        ("layers", Dimension.None),
        ("area", Dimension.OfLength.Power(2)),
        ("radiation_lengths", Dimension.None),
        ("inner_position", Dimension.OfLength),
        ("outer_position", Dimension.OfLength),
        ("minimum_gap", Dimension.OfLength));

    /// <inheritdoc/>
    public override string Kind => TrackerSchema.Kind;

    /// <inheritdoc/>
    public override string Currency => Cost.Currency;

    /// <inheritdoc/>
    public override string PriceDate => Cost.Date;

    /// <summary>Names of the parameters that set a number of layers, or of elements of an array.</summary>
    public override IReadOnlySet<string> CountingParameters =>
        Groups.SelectMany(group => Scope.ParametersOf(group.Count))
            .Concat(Space.Parameters.Concat(Space.Frozen).Select(parameter => parameter.Array?.CountParameter)
                .OfType<string>())
            .ToHashSet();

    /// <inheritdoc/>
    public override IReadOnlyList<DetectorLimit> Limits => TrackerLimits.Of(this);

    /// <inheritdoc/>
    public override TrackerDetector Build(Design design) => new TrackerBuilder(this, design).Build();

    /// <inheritdoc/>
    public override ConstraintExpression Constraint(string text) =>
        new(Expression.Parse(text), Scope, WholeQuantities);
}
