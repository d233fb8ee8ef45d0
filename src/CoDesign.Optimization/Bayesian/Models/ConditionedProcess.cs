namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>A Gaussian process at given hyperparameters, conditioned on data.</summary>
internal sealed partial class ConditionedProcess
{
    private readonly ModelRows _rows;
    private readonly Kernel _kernel;
    private readonly TriangularMatrix _factor;

    // L^-1 y and K^-1 y.
    private readonly double[] _whitened, _weights;

    // From variances of the process in standardised units to those told.
    private readonly double _varianceScale;

    private ConditionedProcess(
        ModelRows rows, Kernel kernel, TriangularMatrix factor, double[] whitened, double? spread = null)
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

        Spread = spread ?? LeftOut();
        _varianceScale = Spread * rows.Scale * rows.Scale;
    }

    /// <summary>Factor of all variances, from the surprise of each value in the light of the others.</summary>
    public double Spread { get; }

    /// <summary>Units of the values per standardised unit.</summary>
    public double Scale => _rows.Scale;

    /// <summary>Logarithm of the marginal likelihood of the values at the fitted hyperparameters, in units of the values,
    /// and of the derivatives by unit coordinates.</summary>
    public double LogLikelihood { get; }

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

    /// <summary>The model conditioned on one more value, with the same hyperparameters.</summary>
    /// <param name="unit">Point in the unit cube, [variables].</param>
    /// <param name="value">Value there, known as well as a fitted or a mean observed one.</param>
    public ConditionedProcess With(ReadOnlySpan<double> unit, double value)
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
        return new ConditionedProcess(rows, kernel, factor, whitened, Spread);
    }

    /// <summary>Conditions a process on data.</summary>
    public static ConditionedProcess On(ModelRows rows, KernelParameters parameters)
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
        return new ConditionedProcess(rows, kernel, factor, whitened);
    }

    // Unlike the likelihood, the mean squared error of left-out values relative to its variance remains a good estimate of
    // the scale of the variance when the kernel is not that of the function (Bachoc, Comput. Stat. Data Anal. 66 (2013)
    // 55, arXiv 1301.4320). Two squares of 1 are added for small samples, and 1 + p / rows makes up to first order for p
    // hyperparameters chosen on the same data.
    private double LeftOut()
    {
        var inverse = new TriangularMatrix(_factor.Size);
        Cholesky.InvertTransposed(_factor, inverse);
        double sum = 2;
        for (int i = 0; i < _rows.Points; i++)
        {
            sum += Surprise(inverse, _rows.RowsOf(i));
        }

        return sum / (_rows.Points + 2) * (1 + ((_rows.Dimensions + 1.0) / _rows.Rows));
    }

    // Squared error of a value predicted without its observation B (value and derivatives), over its variance: the errors
    // are C a, their covariance C, C = ((K^-1)_BB)^-1, a = (K^-1 y)_B (Rasmussen and Williams, eq. 5.12, for blocks).
    private double Surprise(TriangularMatrix inverse, int[] left)
    {
        var block = new TriangularMatrix(left.Length);
        double[] errors = new double[left.Length], first = new double[left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                block[i, j] = Vectors.Dot(inverse.Row(left[i])[left[i]..], inverse.Row(left[j])[left[i]..]);
            }

            errors[i] = _weights[left[i]];
        }

        if (!Cholesky.TryFactor(block))
        {
            return 1;
        }

        first[0] = 1;
        Cholesky.SolveForward(block, first);
        Cholesky.SolveForward(block, errors);
        double error = Vectors.Dot(first, errors);
        return error * error / Vectors.Dot(first, first);
    }
}
