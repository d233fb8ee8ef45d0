using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>A sampling calorimeter with free parameters, as a file describes it; checked and immutable.</summary>
public sealed record SamplingCalorimeterGeometry
{
    /// <summary>Name of the concept.</summary>
    public required string Name { get; init; }

    /// <summary>What the concept is.</summary>
    public string Description { get; init; } = "";

    /// <summary>The free parameters.</summary>
    public required DesignSpace Space { get; init; }

    /// <summary>The names that expressions may refer to.</summary>
    public required QuantityScope Scope { get; init; }

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

    /// <summary>The checked file with all defaults; <see cref="ConfigWriter"/> writes it out.</summary>
    public required ConfigNode Configuration { get; init; }

    /// <summary>The detector of a design, its quantities carrying the gradient of the design.</summary>
    /// <param name="design">
    /// A point of <see cref="Space"/>, or of that space with parameters frozen or redefined.
    /// </param>
    public CalorimeterDetector Build(Design design) => new CalorimeterBuilder(this, design).Build();

    /// <summary>Reads a quantity of the whole detector, for constraints and reports.</summary>
    /// <param name="text">
    /// An expression of parameters, derived quantities and <see cref="DetectorQuantities.Names"/>.
    /// </param>
    /// <exception cref="ExpressionException">It cannot be read, or its dimensions do not fit.</exception>
    public ConstraintExpression Constraint(string text) => new(Expression.Parse(text), Scope);
}
