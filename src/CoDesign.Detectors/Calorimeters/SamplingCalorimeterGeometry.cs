using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Physics;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>A sampling calorimeter with free parameters, as a file describes it; checked and immutable.</summary>
public sealed record SamplingCalorimeterGeometry : DetectorGeometry
{
    /// <summary>Sections in the order of the beam, at least one.</summary>
    public required IReadOnlyList<SectionDescription> Sections { get; init; }

    /// <summary>Side of a square cell [mm].</summary>
    public required Expression CellSize { get; init; }

    /// <summary>Cells per side around the impact point, odd.</summary>
    public required int CellCount { get; init; }

    /// <summary>Front area for cost, channels and power [mm2].</summary>
    public required Expression Area { get; init; }

    /// <summary>Range cut of the Monte Carlo [mm], positive.</summary>
    public double RangeCut { get; init; } = 0.7;

    /// <summary>Whether every section has an absorber, as the parametric model needs: its sampling form does not hold
    /// for a homogeneous block.</summary>
    public bool IsSampling => Sections.All(section => section.Absorber is not null);

    /// <summary>Sensors and electronics.</summary>
    public required ReadoutDescription Readout { get; init; }

    /// <summary>Power drawn by one channel [MeV/ns].</summary>
    public required Expression PowerPerChannel { get; init; }

    /// <summary>Prices.</summary>
    public required CostDescription Cost { get; init; }

    /// <summary>Quantities of the whole calorimeter that a constraint may refer to.</summary>
    public static DetectorQuantities WholeQuantities { get; } =
        new(("depth", Dimension.OfLength), ("radiation_lengths", Dimension.None));

    /// <inheritdoc/>
    public override string Kind => CalorimeterSchema.Kind;

    /// <inheritdoc/>
    public override string Currency => Cost.Currency;

    /// <inheritdoc/>
    public override string PriceDate => Cost.Date;

    /// <inheritdoc/>
    public override IReadOnlySet<string> CountingParameters =>
        Sections.SelectMany(section => Scope.ParametersOf(section.Layers)).ToHashSet();

    /// <inheritdoc/>
    public override IReadOnlyList<DetectorLimit> Limits => CalorimeterLimits.Of(this);

    /// <inheritdoc/>
    public override CalorimeterDetector Build(Design design) => new CalorimeterBuilder(this, design).Build();

    /// <inheritdoc/>
    public override ConstraintExpression Constraint(string text) =>
        new(Expression.Parse(text), Scope, WholeQuantities);
}
