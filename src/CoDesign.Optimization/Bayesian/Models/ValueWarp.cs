namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>An increasing map of values that makes a skewed sample more like a normal one.</summary>
/// <remarks>
/// With z = (y - median) / scale: ((z + 1)^p - 1) / p for z >= 0 and -((1 - z)^(2 - p) - 1) / (2 - p) below, logarithms at
/// p = 0 and 2 (Yeo and Johnson, Biometrika 87 (2000) 954). The scale is the interquartile range over that of the unit
/// normal, so that few large values do not set it. 0 at most p at most 2, where the map has all real numbers as values. The
/// power is that of the largest likelihood of independent normal values.
/// </remarks>
public sealed class ValueWarp
{
    private const double QuartileRange = 1.3489795003921634;

    private readonly double _center, _scale;

    private ValueWarp(double power, double center, double scale) => (Power, _center, _scale) = (power, center, scale);

    /// <summary>The map that changes nothing.</summary>
    public static ValueWarp Identity { get; } = new(1, 0, 1);

    /// <summary>Power p: 1 for a linear map, below 1 large values are drawn together, above 1 small ones.</summary>
    public double Power { get; }

    /// <summary>The map of the most probable power for values.</summary>
    /// <param name="values">Finite values.</param>
    public static ValueWarp Fit(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        double Quantile(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
        double scale = (Quantile(0.75) - Quantile(0.25)) / QuartileRange;
        if (sorted.Length < 5 || !(scale > 1e-9 * (sorted[^1] - sorted[0])))
        {
            return Identity;
        }

        double Cost(double power)
        {
            var warp = new ValueWarp(power, Quantile(0.5), scale);
            double[] w = [.. values.Select(warp.Forward)];
            double mean = w.Average();
            return (0.5 * w.Length * Math.Log(w.Average(x => (x - mean) * (x - mean)))) - warp.LogJacobian(values);
        }

        return new ValueWarp(GoldenSection(Cost, 0, 2), Quantile(0.5), scale);
    }

    /// <summary>Fits a model of the values and one of warped values, and keeps the likelier.</summary>
    /// <param name="data">Observations.</param>
    /// <param name="options">Effort.</param>
    /// <returns>The model, and the map of its values: the identity unless the other is likelier by a factor of 20.</returns>
    public static (GaussianProcess Model, ValueWarp Warp) Choose(ModelData data, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        var plain = GaussianProcess.Fit(data, options);
        ValueWarp warp = Fit(data.Values);
        if (Math.Abs(warp.Power - 1) < 0.1)
        {
            return (plain, Identity);
        }

        var warped = GaussianProcess.Fit(warp.Apply(data), options);
        double gain = warped.LogLikelihood + warp.LogJacobian(data) - plain.LogLikelihood;
        return gain > Math.Log(20) ? (warped, warp) : (plain, Identity);
    }

    /// <summary>Warps a value.</summary>
    /// <param name="value">Value.</param>
    public double Forward(double value)
    {
        double z = (value - _center) / _scale;
        return z >= 0 ? Raise(z, Power) : -Raise(-z, 2 - Power);
    }

    /// <summary>The value of a warped one.</summary>
    /// <param name="warped">Warped value.</param>
    public double Inverse(double warped) =>
        _center + (_scale * (warped >= 0 ? Lower(warped, Power) : -Lower(-warped, 2 - Power)));

    /// <summary>Derivative of the warped by the plain value, positive.</summary>
    /// <param name="value">Value.</param>
    public double Derivative(double value)
    {
        double z = (value - _center) / _scale;
        return (z >= 0 ? Math.Pow(1 + z, Power - 1) : Math.Pow(1 - z, 1 - Power)) / _scale;
    }

    /// <summary>Sum of the logarithms of the derivatives: log-likelihoods of warped values plus this are those of values.</summary>
    /// <param name="values">Values.</param>
    public double LogJacobian(IReadOnlyList<double> values) => values.Sum(v => Math.Log(Derivative(v)));

    /// <summary>Observations with warped values, gradients, and, to first order, variances.</summary>
    /// <param name="data">Observations.</param>
    public ModelData Apply(ModelData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] slopes = [.. data.Values.Select(Derivative)];
        return data with
        {
            Values = [.. data.Values.Select(Forward)],
            Variances = data.Variances is { } v ? [.. v.Select((x, i) => x * slopes[i] * slopes[i])] : null,
            Gradients = data.Gradients is { } g
                ? [.. g.Select((x, i) => x is null ? null : Array.ConvertAll(x, c => c * slopes[i]))] : null,
        };
    }

    // Every row of an observation, value or derivative, is stretched by the same slope.
    private double LogJacobian(ModelData data)
    {
        int sloped = data.Space.Variables.Count(x => x.Kind == Spaces.VariableKind.Continuous);
        return data.Values.Select((v, i) =>
            Math.Log(Derivative(v)) * (data.Gradients?[i] is null ? 1 : 1 + sloped)).Sum();
    }

    private static double Raise(double z, double power) =>
        Math.Abs(power) < 1e-9 ? Math.Log(1 + z) : (Math.Pow(1 + z, power) - 1) / power;

    private static double Lower(double w, double power) =>
        Math.Abs(power) < 1e-9 ? Math.Exp(w) - 1 : Math.Pow(1 + (power * w), 1 / power) - 1;

    private static double GoldenSection(Func<double, double> cost, double low, double high)
    {
        double ratio = (Math.Sqrt(5) - 1) / 2, a = high - (ratio * (high - low)), b = low + (ratio * (high - low));
        double atA = cost(a), atB = cost(b);
        while (high - low > 1e-4)
        {
            if (atA < atB)
            {
                (high, b, atB, a) = (b, a, atA, b - (ratio * (b - low)));
                atA = cost(a);
            }
            else
            {
                (low, a, atA, b) = (a, b, atB, a + (ratio * (high - a)));
                atB = cost(b);
            }
        }

        return 0.5 * (low + high);
    }
}
