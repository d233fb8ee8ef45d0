namespace CoDesign.Studies.Results;

/// <summary>A term of the objective.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Weight">Weight.</param>
/// <param name="Requirement">Requirement in the unit.</param>
/// <param name="Unit">Unit of the requirement.</param>
public sealed record ObjectiveTermSummary(string Metric, double Weight, double Requirement, string Unit);

/// <summary>The objective.</summary>
/// <param name="Description">In words.</param>
/// <param name="Terms">Its terms.</param>
public sealed record ObjectiveSummary(string Description, IReadOnlyList<ObjectiveTermSummary> Terms);

/// <summary>Gain of the optimum over the baseline.</summary>
/// <param name="Value">1 - optimum / baseline of the objective; 0.2 is 20 % better.</param>
/// <param name="Error">Standard error over seeds: fresh events, reconstruction retrained.</param>
/// <param name="PerSeed">Gain of each seed.</param>
public sealed record GainSummary(double Value, double Error, IReadOnlyList<double> PerSeed);

/// <summary>A constraint at the optimum.</summary>
public sealed record ConstraintSummary
{
    /// <summary>The expression.</summary>
    public required string Expression { get; init; }

    /// <summary>"at_most", "at_least" or "equal".</summary>
    public required string Relation { get; init; }

    /// <summary>Value at the optimum, in the unit.</summary>
    public required double Value { get; init; }

    /// <summary>Value at the baseline, in the unit.</summary>
    public required double Baseline { get; init; }

    /// <summary>Limit in the unit.</summary>
    public required double Limit { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How much the objective falls, in per cent of itself, when the limit is relaxed by 1 %.</summary>
    public required double Price { get; init; }

    /// <summary>Standard error of the price.</summary>
    public required double PriceError { get; init; }

    /// <summary>Whether the optimum satisfies it.</summary>
    public required bool Satisfied { get; init; }

    /// <summary>Whether the optimum lies on its limit.</summary>
    public required bool Active { get; init; }
}

/// <summary>The gradient check.</summary>
/// <param name="Analytic">Directional derivative by autograd.</param>
/// <param name="Difference">The same by central differences with common random numbers.</param>
/// <param name="RelativeDifference">(difference - analytic) / analytic.</param>
/// <param name="Error">Standard error of the relative difference over batches.</param>
public sealed record GradientCheckSummary(double Analytic, double Difference, double RelativeDifference, double Error);

/// <summary>A search at equal cost.</summary>
public sealed record SearchSummary
{
    /// <summary>Simulated events spent.</summary>
    public required long Events { get; init; }

    /// <summary>Designs simulated.</summary>
    public required int Designs { get; init; }

    /// <summary>Fraction of drawn designs that satisfied the constraints (only those were simulated).</summary>
    public double? FeasibleFraction { get; init; }

    /// <summary>Objective of the best design on fresh events, hard readout.</summary>
    public required double Objective { get; init; }

    /// <summary>Standard error.</summary>
    public required double ObjectiveError { get; init; }

    /// <summary>Best objective found so far against events spent, as the search saw it: [events, objective] rows.</summary>
    public required IReadOnlyList<double[]> Trace { get; init; }
}

/// <summary>Sensitivity to one parameter.</summary>
/// <param name="Parameter">Name.</param>
/// <param name="Step">Half the change made, in the parameter's unit.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Lower">Relative change of the objective when the parameter is lowered by the step.</param>
/// <param name="Upper">The same when it is raised.</param>
/// <param name="Error">Standard error of either.</param>
public sealed record SensitivitySummary(
    string Parameter, double Step, string Unit, double Lower, double Upper, double Error);

/// <summary>A direction in which the objective is nearly flat.</summary>
/// <param name="Curvature">Second derivative of the objective along it, in the unconstrained parameters.</param>
/// <param name="ObjectiveRise">Relative rise of the objective at one unit along it.</param>
/// <param name="Components">Component by parameter; unit length.</param>
public sealed record FlatDirectionSummary(
    double Curvature, double ObjectiveRise, IReadOnlyDictionary<string, double> Components);

/// <summary>A repeated optimisation.</summary>
/// <param name="Index">Number; 0 starts at the baseline.</param>
/// <param name="Objective">Objective on the common fresh events, hard readout.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Parameters">Parameters in their units.</param>
public sealed record ReplicaSummary(
    int Index, double Objective, double Error, IReadOnlyDictionary<string, double> Parameters);

/// <summary>Resources of the run.</summary>
public sealed record ResourceSummary
{
    /// <summary>Simulated events, all phases.</summary>
    public required long Events { get; init; }

    /// <summary>Wall-clock time [s], summed over interrupted parts.</summary>
    public required double Seconds { get; init; }

    /// <summary>Energy estimate [kWh], Green Algorithms formula.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>How the estimate was made.</summary>
    public required string EnergyNote { get; init; }
}

/// <summary>Where the numbers come from.</summary>
public sealed record ProvenanceSummary
{
    /// <summary>Run seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Version of CoDesign, with the commit it was built from.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of study.resolved.yaml.</summary>
    public required string StudySha256 { get; init; }

    /// <summary>Versions of what was used: .NET, libtorch, BLAS, HDF5.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>Processor and memory of the machine.</summary>
    public required string Machine { get; init; }

    /// <summary>Threads used.</summary>
    public required int Threads { get; init; }

    /// <summary>Start in UTC, ISO 8601.</summary>
    public required string Started { get; init; }
}
