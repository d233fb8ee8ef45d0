using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using CoDesign.Physics.Materials;

namespace CoDesign.Detectors.Geometries;

/// <summary>A detector concept of any kind with free parameters, as a file describes it; checked and
/// immutable.</summary>
public abstract record DetectorGeometry
{
    /// <summary>Name of the concept.</summary>
    public required string Name { get; init; }

    /// <summary>What the concept is.</summary>
    public string Description { get; init; } = "";

    /// <summary>The free parameters.</summary>
    public required DesignSpace Space { get; init; }

    /// <summary>The names that expressions may refer to.</summary>
    public required QuantityScope Scope { get; init; }

    /// <summary>The checked file with all defaults; <see cref="ConfigWriter"/> writes it out.</summary>
    public required ConfigNode Configuration { get; init; }

    /// <summary>Materials that its file defines.</summary>
    public IReadOnlyList<Material> OwnMaterials { get; init; } = [];

    /// <summary>What of the file may not be what was meant.</summary>
    public IReadOnlyList<Problem> Doubts { get; init; } = [];

    /// <summary>The word at the key "kind" of its file.</summary>
    public abstract string Kind { get; }

    /// <summary>Currency of its prices.</summary>
    public abstract string Currency { get; }

    /// <summary>Date of its prices.</summary>
    public abstract string PriceDate { get; }

    /// <summary>Names of the parameters that set a number of layers or planes; no gradient moves them.</summary>
    public abstract IReadOnlySet<string> CountingParameters { get; }

    /// <summary>What every detector of its kind must keep to be one.</summary>
    public abstract IReadOnlyList<DetectorLimit> Limits { get; }

    /// <summary>The detector of a design, its quantities carrying the gradient of the design.</summary>
    /// <param name="design">
    /// A point of <see cref="Space"/>, or of that space with parameters frozen or redefined.
    /// </param>
    public abstract Detector Build(Design design);

    /// <summary>Reads a quantity of the whole detector, for constraints and reports.</summary>
    /// <param name="text">An expression of parameters, derived quantities and the kind's quantities of the whole
    /// detector.</param>
    /// <exception cref="ExpressionException">It cannot be read, or its dimensions do not fit.</exception>
    public abstract ConstraintExpression Constraint(string text);
}
