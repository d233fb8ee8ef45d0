using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Geometries;

/// <summary>A detector of any kind at one design: what constraints, costs and reports need of it.</summary>
public abstract record Detector
{
    /// <summary>The design it was built at.</summary>
    public required Design Design { get; init; }

    /// <summary>Number of channels, not rounded: float64 scalar.</summary>
    public required Tensor Channels { get; init; }

    /// <summary>Power: float64 scalar [MeV/ns].</summary>
    public required Tensor Power { get; init; }

    /// <summary>Total cost: float64 scalar [the currency of the geometry].</summary>
    public required Tensor Cost { get; init; }

    /// <summary>Parts of the cost by name; they add up to <see cref="Cost"/>.</summary>
    public required IReadOnlyDictionary<string, Tensor> CostBreakdown { get; init; }

    /// <summary>Values of the parameters and derived quantities at the design.</summary>
    public required DesignQuantities Quantities { get; init; }

    /// <summary>A parameter, a derived quantity, or a quantity of the whole detector that its kind defines: float64
    /// scalar [internal units].</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such quantity.</exception>
    public abstract Tensor Quantity(string name);
}
