namespace CoDesign.Studies.Results;

/// <summary>A value with its standard error and unit.</summary>
/// <param name="Value">Value in the unit.</param>
/// <param name="Error">Standard error in the unit.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
public sealed record MetricSummary(double Value, double Error, string Unit);

/// <summary>A parameter of a design.</summary>
public sealed record ParameterSummary
{
    /// <summary>Value in the unit.</summary>
    public required double Value { get; init; }

    /// <summary>Unit; empty for a pure number.</summary>
    public required string Unit { get; init; }

    /// <summary>Interval of 68 % from the repeated optimisations, [low, high] in the unit; null for the baseline.</summary>
    public double[]? Interval { get; init; }

    /// <summary>"lower" or "upper" when the value is at a bound, else null.</summary>
    public string? AtBound { get; init; }

    /// <summary>Bounds in the unit.</summary>
    public required double[] Bounds { get; init; }

    /// <summary>"geometry" or "readout".</summary>
    public required string Stage { get; init; }

    /// <summary>"continuous", "integer" or "choice".</summary>
    public required string Kind { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }
}

/// <summary>A point of a curve against energy.</summary>
/// <param name="EnergyGev">Mean true energy of the bin [GeV].</param>
/// <param name="Value">Value in the curve's unit.</param>
/// <param name="Error">Standard error.</param>
public sealed record CurvePoint(double EnergyGev, double Value, double Error);

/// <summary>A measured curve.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Points">Points in order of energy.</param>
public sealed record CurveSummary(string Label, string Unit, IReadOnlyList<CurvePoint> Points);

/// <summary>Fit of sigma/E = a/sqrt(E) (+) b (+) c/E, E in GeV, terms in per cent.</summary>
public sealed record ResolutionFitSummary
{
    /// <summary>Stochastic term a [% sqrt(GeV)].</summary>
    public required MetricSummary Stochastic { get; init; }

    /// <summary>Constant term b [%].</summary>
    public required MetricSummary Constant { get; init; }

    /// <summary>Noise term c [% GeV].</summary>
    public required MetricSummary Noise { get; init; }

    /// <summary>Chi-square of the fit.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }
}

/// <summary>A layer of the drawing.</summary>
/// <param name="Material">Material.</param>
/// <param name="ThicknessMm">Thickness [mm].</param>
public sealed record LayerSummary(string Material, double ThicknessMm);

/// <summary>A section of the drawing.</summary>
/// <param name="Name">Name.</param>
/// <param name="Layers">Number of periods.</param>
/// <param name="Absorber">Absorber plate.</param>
/// <param name="Passive">Passive layer, if any.</param>
/// <param name="Active">Active layer.</param>
public sealed record SectionSummary(
    string Name, int Layers, LayerSummary Absorber, LayerSummary? Passive, LayerSummary Active);

/// <summary>The stack, for the drawing.</summary>
/// <param name="Sections">Sections in beam order.</param>
/// <param name="CellMm">Side of a cell [mm].</param>
/// <param name="CellCount">Cells per side read out around the impact.</param>
/// <param name="DepthMm">Total depth [mm].</param>
/// <param name="RadiationLengths">Total depth [X0].</param>
public sealed record StackSummary(
    IReadOnlyList<SectionSummary> Sections, double CellMm, int CellCount, double DepthMm, double RadiationLengths);

/// <summary>A design with everything that is reported of it.</summary>
public sealed record DesignSummary
{
    /// <summary>Objective: weighted sum of metrics over requirements, lower is better.</summary>
    public required MetricSummary Objective { get; init; }

    /// <summary>The same with the smooth readout, to show how far the two are apart.</summary>
    public required MetricSummary SmoothObjective { get; init; }

    /// <summary>Metrics by name, in physical units.</summary>
    public required IReadOnlyDictionary<string, MetricSummary> Metrics { get; init; }

    /// <summary>Parameters by name.</summary>
    public required IReadOnlyDictionary<string, ParameterSummary> Parameters { get; init; }

    /// <summary>Curves by name: "energy_resolution", "energy_linearity", "position_resolution", "mass_resolution".</summary>
    public required IReadOnlyDictionary<string, CurveSummary> Curves { get; init; }

    /// <summary>Fit of the energy resolution.</summary>
    public required ResolutionFitSummary ResolutionFit { get; init; }

    /// <summary>Cost by part, in the currency of <see cref="CostCurrency"/>.</summary>
    public required IReadOnlyDictionary<string, double> CostBreakdown { get; init; }

    /// <summary>Currency of the cost, with the date of the prices: "EUR (2026-11)".</summary>
    public required string CostCurrency { get; init; }

    /// <summary>The stack for the drawing.</summary>
    public required StackSummary Stack { get; init; }
}
