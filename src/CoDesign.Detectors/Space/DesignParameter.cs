using CoDesign.Physics;

namespace CoDesign.Detectors.Space;

/// <summary>One free quantity of a design.</summary>
public sealed record DesignParameter
{
    /// <summary>Its name, as expressions refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The unit it is shown in: "mm"; empty for a pure number or a choice.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Size of that unit in internal units, positive.</summary>
    public double UnitValue { get; init; } = 1;

    /// <summary>Its dimension.</summary>
    public Dimension Dimension { get; init; }

    /// <summary>What values it takes.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>Lower bound [internal units]; 0 for a choice.</summary>
    public required double Minimum { get; init; }

    /// <summary>Upper bound [internal units], above the lower; the last index for a choice.</summary>
    public required double Maximum { get; init; }

    /// <summary>The scale on which it is searched.</summary>
    public ParameterScale Scale { get; init; }

    /// <summary>The value of the baseline design [internal units], within the bounds.</summary>
    public required double Baseline { get; init; }

    /// <summary>The stage it belongs to.</summary>
    public ParameterStage Stage { get; init; }

    /// <summary>The words of a choice; empty for the other kinds.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it is part of the structure, such as a number of layers or a material: it has no gradient, is held
    /// while one is followed, and an outer loop chooses it.</summary>
    public bool IsStructural { get; init; }

    /// <summary>The array it is an element of; null if it stands alone.</summary>
    public ArrayElement? Array { get; init; }

    /// <summary>One sentence for reports.</summary>
    public string Description { get; init; } = "";

    /// <summary>Shows a value with its unit, or the word of a choice.</summary>
    /// <param name="value">The value [internal units].</param>
    public string Format(double value) => Kind == ParameterKind.Choice
        ? Choices[ChoiceIndex(value)]
        : Quantity.Format(value, new Unit(Unit, UnitValue, Dimension));

    /// <summary>What is wrong with the bounds, in words; null if they can be used.</summary>
    public string? BoundsFault() =>
        Kind == ParameterKind.Choice ? Choices.Count < 2 ? "must offer two or more choices" : null
        : !(Minimum < Maximum)
            ? $"given min {Format(Minimum)} and max {Format(Maximum)}, min must be below max"
        : Scale == ParameterScale.Log && Minimum <= 0
            ? $"given min {Format(Minimum)} on a log scale, must be above 0"
        : Kind == ParameterKind.Integer && !(double.IsInteger(Minimum) && double.IsInteger(Maximum))
            ? $"given min {Format(Minimum)} and max {Format(Maximum)}, must be whole numbers"
        : null;

    /// <summary>What is wrong with the baseline, in words; null if it can be used.</summary>
    public string? BaselineFault() =>
        !(Baseline >= Minimum && Baseline <= Maximum)
            ? $"given {Format(Baseline)}, must be in [{Format(Minimum)}, {Format(Maximum)}]"
        : Kind != ParameterKind.Continuous && !double.IsInteger(Baseline)
            ? $"given {Format(Baseline)}, must be a whole number"
        : null;

    /// <summary>The nearest value the parameter can really take: whole for integers and choices.</summary>
    /// <param name="value">A value within the bounds [internal units].</param>
    public double Round(double value) => Kind == ParameterKind.Continuous ? value : Math.Round(value);

    internal int ChoiceIndex(double value) => Math.Clamp((int)Math.Round(value), 0, Choices.Count - 1);

    /// <summary>Position on the parameter's scale: the value or its logarithm.</summary>
    /// <param name="value">The value [internal units].</param>
    public double ToScale(double value) => Scale == ParameterScale.Log ? Math.Log(value) : value;

    /// <summary>Inverse of <see cref="ToScale"/>.</summary>
    public double FromScale(double position) => Scale == ParameterScale.Log ? Math.Exp(position) : position;
}
