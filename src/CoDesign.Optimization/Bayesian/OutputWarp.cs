namespace CoDesign.Optimization.Bayesian;

/// <summary>A monotone map of function values to the values of a model.</summary>
/// <remarks>
/// Functions of designs often rise by orders of magnitude away from their optimum, and a stationary Gaussian process
/// that must follow the rise sees nothing near the optimum. With t = (y - least) / scale the map is the power
/// ((1 + t)^p - 1) / p, or log(1 + t) for p = 0; p = 1 is none (Box, Cox, J. R. Stat. Soc. B 26 (1964) 211). What it
/// gives is divided by its standard deviation.
/// </remarks>
internal sealed class OutputWarp
{
    private const double LeastScale = 1e-7;
    private readonly double _least, _scale, _power, _mean, _unit;

    /// <summary>A map.</summary>
    /// <param name="values">Values whose least and deviation are taken.</param>
    /// <param name="scale">Scale, positive.</param>
    /// <param name="power">Power p, 0 to 1.</param>
    public OutputWarp(IReadOnlyList<double> values, double scale, double power)
    {
        (_least, _scale, _power, _mean, _unit) = (values.Min(), scale, power, 0, 1);
        double[] bent = [.. values.Select(Bend)];
        double mean = bent.Average();
        double unit = Math.Sqrt(bent.Sum(b => (b - mean) * (b - mean)) / Math.Max(1, bent.Length - 1));
        (_mean, _unit) = (mean, unit > 0 && double.IsFinite(unit) ? unit : 1);
    }

    /// <summary>Differences of values below this are mapped almost straight.</summary>
    public double Scale => _scale;

    /// <summary>Maps from the one that bends nothing to those that bend ever more: logarithms with the scale of half the
    /// values, a tenth of it, and so on.</summary>
    /// <param name="values">Values.</param>
    public static IEnumerable<OutputWarp> Candidates(double[] values)
    {
        double[] sorted = [.. values.Order()];
        double span = sorted[^1] - sorted[0], middle = sorted[sorted.Length / 2] - sorted[0];
        yield return new OutputWarp(values, span > 0 ? span : 1, 1);
        for (double scale = middle; scale > LeastScale * span; scale *= 0.1)
        {
            yield return new OutputWarp(values, scale, 0);
        }
    }

    /// <summary>The value for the model.</summary>
    public double At(double value) => (Bend(value) - _mean) / _unit;

    /// <summary>Derivative of <see cref="At"/>.</summary>
    public double Slope(double value) => Math.Exp(LogSlope(value));

    private double LogSlope(double value) => ((_power - 1) * Math.Log(Base(value))) - Math.Log(_scale * _unit);

    private double Base(double value) => 1 + Math.Max(0, (value - _least) / _scale);

    private double Bend(double value) =>
        _power == 0 ? Math.Log(Base(value)) : (Math.Pow(Base(value), _power) - 1) / _power;
}
