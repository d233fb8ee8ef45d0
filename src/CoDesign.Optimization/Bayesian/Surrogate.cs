using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian;

/// <summary>What a search believes: models of the objective, of the constraints and of failing.</summary>
internal sealed record Surrogate
{
    /// <summary>Model of the warped objective.</summary>
    public required GaussianProcess Objective { get; init; }

    /// <summary>Models of functions that must be at most 0.</summary>
    public required IReadOnlyList<GaussianProcess> Constraints { get; init; }

    /// <summary>Model of failing, from -1 for trials that did not to 1 for those that did; null when none
    /// did.</summary>
    public required GaussianProcess? Failing { get; init; }

    /// <summary>Value of each finished trial in units of the model, infinite unless it is feasible: as observed, or where
    /// observations are noisy as the model expects it.</summary>
    public required double[] Values { get; init; }

    /// <summary>Feasible trials by these values, best first.</summary>
    public required int[] Order { get; init; }

    /// <summary>The belief if a point that is being evaluated gave what is expected there.</summary>
    /// <remarks>The kriging believer of Ginsbourger, Le Riche, Carraro (2010): the variance falls there, the mean
    /// stays.</remarks>
    public Surrogate With(double[] unit) => this with
    {
        Objective = Objective.With(unit, Objective.At(unit).Mean),
        Constraints = [.. Constraints.Select(c => c.With(unit, c.At(unit).Mean))],
        Failing = Failing?.With(unit, Failing.At(unit).Mean),
    };
}
