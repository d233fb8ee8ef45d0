using static TorchSharp.torch;

namespace CoDesign.Detectors.Space;

/// <summary>
/// The ordered free parameters of a design and the one map between their values and unconstrained numbers.
/// </summary>
/// <remarks>
/// theta = s^-1(s(min) + (s(max) - s(min)) sigmoid(u)) with s the identity or the logarithm: every u is a valid design,
/// and gradients in u are finite everywhere. An integer or a choice is relaxed to a real number.
/// </remarks>
public sealed class DesignSpace
{
    /// <summary>Largest |u| that <see cref="ToUnconstrained"/> returns.</summary>
    /// <remarks>
    /// A value exactly at a bound would be at infinity. sigmoid(8) = 1 - 3.4e-4, so such a value comes back within
    /// 3.4e-4 of the range on the parameter's scale, and its gradient is small but does not vanish.
    /// </remarks>
    public const double UnconstrainedLimit = 8;

    private readonly Dictionary<string, int> _index;

    /// <summary>Creates a space.</summary>
    /// <param name="parameters">The free parameters, in the order of all vectors.</param>
    /// <param name="frozen">Parameters held at their baseline, which designs still know by name.</param>
    /// <exception cref="ArgumentException">A name is used twice, or bounds or baseline cannot be used.</exception>
    public DesignSpace(IReadOnlyList<DesignParameter> parameters, IReadOnlyList<DesignParameter>? frozen = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = [.. parameters];
        Frozen = [.. frozen ?? []];
        _index = [];
        foreach (var parameter in Parameters.Concat(Frozen))
        {
            if ((parameter.BoundsFault() ?? parameter.BaselineFault()) is { } fault)
            {
                throw new ArgumentException($"{parameter.Name}: {fault}", nameof(parameters));
            }

            if (!_index.TryAdd(parameter.Name, _index.Count))
            {
                throw new ArgumentException($"{parameter.Name} is given twice", nameof(parameters));
            }
        }
    }

    /// <summary>The free parameters, in the order of all vectors.</summary>
    public IReadOnlyList<DesignParameter> Parameters { get; }

    /// <summary>Parameters held at their baseline.</summary>
    public IReadOnlyList<DesignParameter> Frozen { get; }

    /// <summary>Baseline of the free parameters [internal units].</summary>
    public IReadOnlyList<double> BaselineValues => [.. Parameters.Select(parameter => parameter.Baseline)];

    /// <summary>Position of a parameter in <see cref="Parameters"/>; -1 if it is frozen or unknown.</summary>
    public int IndexOf(string name) => _index.TryGetValue(name, out var index) && index < Parameters.Count ? index : -1;

    /// <summary>A parameter by name, free or frozen; null if unknown.</summary>
    public DesignParameter? Find(string name) =>
        !_index.TryGetValue(name, out var index) ? null
        : index < Parameters.Count ? Parameters[index]
        : Frozen[index - Parameters.Count];

    /// <summary>The elements of an array by index, free or frozen; empty if there is no such array.</summary>
    public IReadOnlyList<DesignParameter> Elements(string array) =>
        [.. Parameters.Concat(Frozen).Where(parameter => parameter.Array?.Array == array)
            .OrderBy(parameter => parameter.Array?.Index)];

    /// <summary>Maps unconstrained numbers to values within the bounds. Differentiable.</summary>
    /// <param name="u">[..., parameters] float64, any real number.</param>
    /// <returns>[..., parameters] float64 [internal units].</returns>
    public Tensor ToTheta(Tensor u)
    {
        ArgumentNullException.ThrowIfNull(u);
        var position = Lower(u) + Span(u) * u.sigmoid();
        // The exponential of a linear parameter would overflow and poison the gradient of the branch not taken.
        var isLog = IsLog(u);
        var logarithm = where(isLog, position, zeros_like(position));
        return where(isLog, logarithm.exp(), position);
    }

    /// <summary>Inverse of <see cref="ToTheta"/>, clipped to <see cref="UnconstrainedLimit"/>.</summary>
    /// <param name="theta">[..., parameters] float64 [internal units], within the bounds.</param>
    /// <returns>[..., parameters] float64.</returns>
    public Tensor ToUnconstrained(Tensor theta)
    {
        ArgumentNullException.ThrowIfNull(theta);
        var edge = 1 / (1 + Math.Exp(UnconstrainedLimit));
        var fraction = ToUnitCube(theta).clamp(edge, 1 - edge);
        return fraction.log() - (1 - fraction).log();
    }

    /// <summary>Position of values between their bounds, on each parameter's scale. Differentiable.</summary>
    /// <param name="theta">[..., parameters] float64 [internal units], within the bounds.</param>
    /// <returns>[..., parameters] float64 in [0, 1].</returns>
    public Tensor ToUnitCube(Tensor theta)
    {
        ArgumentNullException.ThrowIfNull(theta);
        return (OnScale(theta) - Lower(theta)) / Span(theta);
    }

    /// <summary>Maps a point of the unit cube to a design, uniformly on each parameter's scale.</summary>
    /// <param name="unit">[parameters], each in [0, 1], as random or Sobol points are.</param>
    /// <returns>[parameters] [internal units]; each integer and each choice has the same share of the cube.</returns>
    public double[] ThetaFromUnitCube(ReadOnlySpan<double> unit)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(unit.Length, Parameters.Count);
        var theta = new double[unit.Length];
        for (var i = 0; i < theta.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(unit[i]);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(unit[i], 1);
            theta[i] = FromUnit(Parameters[i], unit[i]);
        }

        return theta;
    }

    /// <summary>The design at unconstrained numbers; its values carry the gradient.</summary>
    /// <param name="u">[parameters] float64.</param>
    public Design At(Tensor u) => new(this, ToTheta(u));

    /// <summary>The design at given values.</summary>
    /// <param name="theta">[parameters] [internal units].</param>
    public Design AtValues(ReadOnlySpan<double> theta)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(theta.Length, Parameters.Count);
        return new Design(this, tensor(theta.ToArray(), dtype: float64));
    }

    /// <summary>The design at given values, whose gradient is wanted in the values themselves.</summary>
    /// <param name="theta">[parameters] float64 [internal units].</param>
    public Design AtTheta(Tensor theta)
    {
        ArgumentNullException.ThrowIfNull(theta);
        return new Design(this, theta);
    }

    /// <summary>The baseline design, exactly.</summary>
    public Design Baseline() => AtValues([.. BaselineValues]);

    /// <summary>The same space with some parameters held at their baseline.</summary>
    /// <param name="names">Names of free parameters; that of an array stands for its elements.</param>
    /// <exception cref="ArgumentException">A name is not a free parameter.</exception>
    public DesignSpace Freeze(params IEnumerable<string> names)
    {
        var held = names.SelectMany(name => Elements(name) is { Count: > 0 } elements
            ? elements.Select(element => element.Name).Where(element => IndexOf(element) >= 0) : [name]).ToHashSet();
        if (held.FirstOrDefault(name => IndexOf(name) < 0) is { } unknown)
        {
            throw new ArgumentException($"{unknown} is not a free parameter", nameof(names));
        }

        return new DesignSpace(
            [.. Parameters.Where(parameter => !held.Contains(parameter.Name))],
            [.. Frozen, .. Parameters.Where(parameter => held.Contains(parameter.Name))]);
    }

    /// <summary>The same space with some parameters redefined: other bounds, another baseline.</summary>
    /// <param name="replacements">Parameters with names of this space.</param>
    /// <exception cref="ArgumentException">A name is not in this space, or a replacement cannot be used.</exception>
    public DesignSpace WithOverrides(params IReadOnlyList<DesignParameter> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        var byName = replacements.ToDictionary(parameter => parameter.Name);
        if (byName.Keys.FirstOrDefault(name => Find(name) is null) is { } unknown)
        {
            throw new ArgumentException($"{unknown} is not a parameter", nameof(replacements));
        }

        return new DesignSpace(
            [.. Parameters.Select(parameter => byName.GetValueOrDefault(parameter.Name, parameter))],
            [.. Frozen.Select(parameter => byName.GetValueOrDefault(parameter.Name, parameter))]);
    }

    private static double FromUnit(DesignParameter parameter, double unit)
    {
        if (parameter.Kind == ParameterKind.Continuous)
        {
            return Inside(parameter, Mix(parameter.ToScale(parameter.Minimum), parameter.ToScale(parameter.Maximum)));
        }

        // Half a step beyond the ends, so that the first and last whole number are as likely as the others.
        // A whole number above 0 is 1 or more, so the logarithm exists.
        var low = parameter.ToScale(parameter.Minimum - 0.5);
        var high = parameter.ToScale(parameter.Maximum + 0.5);
        return Inside(parameter, Math.Round(Mix(low, high), MidpointRounding.AwayFromZero));

        double Mix(double from, double to) => parameter.FromScale(from + (to - from) * unit);
    }

    // Rounding of exp(log(x)) may leave the interval by one bit.
    private static double Inside(DesignParameter parameter, double value) =>
        Math.Clamp(value, parameter.Minimum, parameter.Maximum);

    private Tensor OnScale(Tensor theta)
    {
        var isLog = IsLog(theta);
        var positive = where(isLog, theta, ones_like(theta));
        return where(isLog, positive.log(), theta);
    }

    private Tensor Lower(Tensor like) => Constant(like, parameter => parameter.ToScale(parameter.Minimum));

    private Tensor Span(Tensor like) => Constant(
        like, parameter => parameter.ToScale(parameter.Maximum) - parameter.ToScale(parameter.Minimum));

    private Tensor IsLog(Tensor like) =>
        Constant(like, parameter => parameter.Scale == ParameterScale.Log ? 1 : 0).gt(0.5);

    private Tensor Constant(Tensor like, Func<DesignParameter, double> value) =>
        tensor(Parameters.Select(value).ToArray(), dtype: float64, device: like.device);
}
