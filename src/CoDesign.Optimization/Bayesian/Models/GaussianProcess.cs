namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>A Gaussian process fitted to values of a function, and to gradients where there are any.</summary>
/// <remarks>
/// Matern-5/2 with one length scale per variable of the unit cube, a constant mean with a normal prior that is integrated
/// over, known or fitted noise. Of few data predictions average over hyperparameters from their posterior, as the most
/// probable ones alone are too sure of themselves; the variances are scaled by what leaving out single values tells.
/// Values are standardised inside. A fitted model does not change and may be asked from several threads; the same data give
/// the same bits.
/// </remarks>
public sealed class GaussianProcess
{
    // Rows of which the several starts of a fit see an evenly spaced part only.
    private const int StartRows = 300;

    // The first is that of the most probable hyperparameters.
    private readonly ConditionedProcess[] _members;

    private GaussianProcess(ConditionedProcess[] members) => _members = members;

    /// <summary>Logarithm of the marginal likelihood of the values at the most probable hyperparameters, in units of the
    /// values, and of the derivatives by unit coordinates.</summary>
    public double LogLikelihood => _members[0].LogLikelihood;

    /// <summary>The most probable hyperparameters.</summary>
    public Hyperparameters Hyperparameters => _members[0].Hyperparameters;

    internal IReadOnlyList<ConditionedProcess> Members => _members;

    /// <summary>Fits a model: the most probable hyperparameters from several starts, and probable ones about them.</summary>
    /// <param name="data">One or more observations.</param>
    /// <param name="options">Effort.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public static GaussianProcess Fit(ModelData data, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        data.Check();
        ModelRows rows = ModelRows.Of(data);
        ModelRows fitted = Part(options.FitRows), few = Part(Math.Min(options.FitRows, StartRows));
        return new GaussianProcess(
            [.. HyperparameterFit.Run(fitted, few, options).Select(p => ConditionedProcess.On(rows, p))]);

        ModelRows Part(int most) => rows.Rows <= most
            ? rows : ModelRows.Of(data.Part((int)((long)data.Points.Count * most / rows.Rows)), rows);
    }

    /// <summary>The model conditioned on one more value, with the same hyperparameters.</summary>
    /// <param name="unit">Point in the unit cube, [variables].</param>
    /// <param name="value">Value there, with noise as fitted, or the mean of that known.</param>
    public GaussianProcess With(ReadOnlySpan<double> unit, double value)
    {
        var members = new ConditionedProcess[_members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = _members[i].With(unit, value);
        }

        return new GaussianProcess(members);
    }

    /// <summary>Mean and variance of the function without noise.</summary>
    /// <param name="unit">Point in the unit cube, [variables].</param>
    public (double Mean, double Variance) At(ReadOnlySpan<double> unit)
    {
        (double first, double sum) = _members[0].At(unit, [], []);
        double shift = 0, squares = 0;
        for (int i = 1; i < _members.Length; i++)
        {
            (double mean, double variance) = _members[i].At(unit, [], []);
            shift += mean - first;
            squares += (mean - first) * (mean - first);
            sum += variance;
        }

        int n = _members.Length;
        return (first + (shift / n), (sum + squares - (shift * shift / n)) / n);
    }

    /// <summary>Mean and variance of the function without noise, and their gradients.</summary>
    /// <param name="unit">Point in the unit cube, [variables].</param>
    /// <param name="meanGradient">Receives the gradient of the mean by unit coordinates, 0 for choices.</param>
    /// <param name="varianceGradient">Receives the gradient of the variance.</param>
    public (double Mean, double Variance) At(
        ReadOnlySpan<double> unit, Span<double> meanGradient, Span<double> varianceGradient)
    {
        (double first, double sum) = _members[0].At(unit, meanGradient, varianceGradient);
        if (_members.Length == 1)
        {
            return (first, sum);
        }

        int n = _members.Length, d = unit.Length;
        double shift = 0, squares = 0;
        Span<double> slope = stackalloc double[d], slopeOfVariance = stackalloc double[d], mixed = stackalloc double[d];
        mixed.Clear();
        for (int i = 1; i < n; i++)
        {
            (double mean, double variance) = _members[i].At(unit, slope, slopeOfVariance);
            shift += mean - first;
            squares += (mean - first) * (mean - first);
            sum += variance;
            Vectors.Add(1, slope, meanGradient);
            Vectors.Add(1, slopeOfVariance, varianceGradient);
            Vectors.Add(mean - first, slope, mixed);
        }

        // Variance of a mixture: the mean of the variances and the variance of the means.
        for (int k = 0; k < d; k++)
        {
            varianceGradient[k] = (varianceGradient[k] + (2 * (mixed[k] - (shift / n * meanGradient[k])))) / n;
            meanGradient[k] /= n;
        }

        return (first + (shift / n), (sum + squares - (shift * shift / n)) / n);
    }

    /// <summary>Joint distribution of the function at several points, without noise.</summary>
    /// <param name="units">Points in the unit cube, [points][variables].</param>
    /// <returns>Means, [points], and covariances, [points, points].</returns>
    public (double[] Means, double[,] Covariance) Joint(IReadOnlyList<double[]> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var members = Array.ConvertAll(_members, m => m.Joint(units));
        int count = units.Count, n = members.Length;
        var means = new double[count];
        var covariance = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            means[i] = members.Sum(m => m.Means[i]) / n;
        }

        foreach ((double[] m, double[,] c) in members)
        {
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    covariance[i, j] += (c[i, j] + ((m[i] - means[i]) * (m[j] - means[j]))) / n;
                }
            }
        }

        return (means, covariance);
    }
}
