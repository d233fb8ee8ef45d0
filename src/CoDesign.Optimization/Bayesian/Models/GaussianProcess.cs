namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>A Gaussian process fitted to values of a function, and to gradients where there are any.</summary>
/// <remarks>
/// Matern-5/2 with one length scale per variable of the unit cube, a constant mean with a normal prior that is integrated
/// over, known or fitted noise; hyperparameters at the maximum of their posterior. Values are standardised inside. A fitted
/// model does not change and may be asked from several threads; the same data give the same bits.
/// </remarks>
public sealed partial class GaussianProcess
{
    private readonly ModelRows _rows;
    private readonly Kernel _kernel;
    private readonly TriangularMatrix _factor;

    // L^-1 y and K^-1 y.
    private readonly double[] _whitened, _weights;

    private GaussianProcess(ModelRows rows, Kernel kernel, TriangularMatrix factor, double[] whitened)
    {
        (_rows, _kernel, _factor, _whitened) = (rows, kernel, factor, whitened);
        _weights = [.. whitened];
        Cholesky.SolveBackward(factor, _weights);
        LogLikelihood = -0.5 * Vectors.Dot(whitened, whitened)
            - (rows.Rows * ((0.5 * Math.Log(2 * Math.PI)) + Math.Log(rows.Scale)));
        for (int i = 0; i < rows.Rows; i++)
        {
            LogLikelihood -= Math.Log(factor[i, i]);
        }
    }

    /// <summary>Logarithm of the marginal likelihood of the values at the fitted hyperparameters, in units of the values,
    /// and of the derivatives by unit coordinates.</summary>
    public double LogLikelihood { get; }

    internal double Scale => _rows.Scale;

    /// <summary>Fitted hyperparameters.</summary>
    public Hyperparameters Hyperparameters
    {
        get
        {
            KernelParameters p = _kernel.Parameters;
            double sum = 0;
            foreach (int row in _rows.ValueRow)
            {
                sum += _weights[row];
            }

            return new Hyperparameters
            {
                LengthScales = [.. p.LengthScales],
                SignalDeviation = _rows.Scale * Math.Sqrt(p.Variance),
                NoiseDeviation = _rows.Scale * Math.Sqrt(p.Noise),
                GradientNoise = Math.Sqrt(p.SlopeNoise),
                Mean = _rows.Shift + (_rows.Scale * KernelParameters.MeanVariance * sum),
            };
        }
    }

    /// <summary>Fits a model: the most probable hyperparameters from several starts.</summary>
    /// <param name="data">One or more observations.</param>
    /// <param name="options">Effort.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public static GaussianProcess Fit(ModelData data, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        Check(data);
        ModelRows rows = ModelRows.Of(data);
        ModelRows fitted = rows.Rows <= options.FitRows ? rows : ModelRows.Of(Part(data, rows.Rows, options.FitRows), rows);
        return Condition(rows, HyperparameterFit.Run(fitted, options));
    }

    /// <summary>The model conditioned on one more value, with the same hyperparameters.</summary>
    /// <param name="unit">Point in the unit cube, [variables].</param>
    /// <param name="value">Value there, known as well as a fitted or a mean observed one.</param>
    public GaussianProcess With(ReadOnlySpan<double> unit, double value)
    {
        KernelParameters p = _kernel.Parameters;
        double noise = 0;
        for (int i = 0; i < _rows.Points; i++)
        {
            noise += _rows.Noise[_rows.ValueRow[i]] / _rows.Points;
        }

        ModelRows rows = _rows.With(unit, (value - _rows.Shift) / _rows.Scale, noise);
        var kernel = new Kernel(rows);
        kernel.Set(p);
        int last = _rows.Rows;
        var factor = new TriangularMatrix(last + 1);
        for (int i = 0; i < last; i++)
        {
            _factor.Row(i)[..(i + 1)].CopyTo(factor.Row(i));
        }

        Span<double> row = factor.Row(last);
        row.Clear();
        Cross(unit, row[..last]);
        Cholesky.SolveForward(_factor, row[..last]);
        double jitter = KernelParameters.Jitter * p.Variance;
        double rest = p.PriorVariance + noise + p.Noise + jitter - Vectors.Dot(row[..last], row[..last]);
        row[last] = Math.Sqrt(Math.Max(rest, jitter));
        var whitened = new double[factor.Padded];
        _whitened.AsSpan(0, last).CopyTo(whitened);
        whitened[last] = (rows.Targets[last] - Vectors.Dot(row[..last], whitened.AsSpan(0, last))) / row[last];
        return new GaussianProcess(rows, kernel, factor, whitened);
    }

    private static GaussianProcess Condition(ModelRows rows, KernelParameters parameters)
    {
        var kernel = new Kernel(rows);
        kernel.Set(parameters);
        var factor = new TriangularMatrix(rows.Rows);
        var slopes = new TriangularMatrix(rows.Points);
        for (double more = 0; ; more = Math.Max(10 * more, KernelParameters.Jitter))
        {
            kernel.Fill(factor, slopes);
            for (int i = 0; i < rows.Rows; i++)
            {
                factor[i, i] *= 1 + more;
            }

            if (Cholesky.TryFactor(factor))
            {
                break;
            }

            if (more > 1)
            {
                throw new ArithmeticException("the covariance of the data cannot be factored");
            }
        }

        var whitened = new double[factor.Padded];
        rows.Targets.CopyTo(whitened.AsSpan());
        Cholesky.SolveForward(factor, whitened);
        return new GaussianProcess(rows, kernel, factor, whitened);
    }

    private static void Check(ModelData data)
    {
        int n = data.Points.Count;
        if (n == 0 || data.Values.Length != n || (data.Variances?.Length ?? n) != n || (data.Gradients?.Count ?? n) != n)
        {
            throw new ArgumentException("a model needs observations, and of all as many", nameof(data));
        }

        if (!data.Values.All(double.IsFinite) || !data.Points.All(p => p.All(double.IsFinite))
            || data.Variances?.All(v => double.IsFinite(v) && v >= 0) == false)
        {
            throw new ArgumentException("observations must be finite, and variances not negative", nameof(data));
        }
    }

    // Evenly spaced observations with about as many rows as wanted.
    private static ModelData Part(ModelData data, int rows, int wanted)
    {
        int n = data.Points.Count, count = Math.Max(1, (int)((long)n * wanted / rows));
        int[] chosen = [.. Enumerable.Range(0, count).Select(i => (int)((((2L * i) + 1) * n) / (2L * count)))];
        return data with
        {
            Points = [.. chosen.Select(i => data.Points[i])],
            Values = [.. chosen.Select(i => data.Values[i])],
            Variances = data.Variances is { } v ? [.. chosen.Select(i => v[i])] : null,
            Gradients = data.Gradients is { } g ? [.. chosen.Select(i => g[i])] : null,
        };
    }
}
