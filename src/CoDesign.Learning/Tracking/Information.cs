namespace CoDesign.Learning.Tracking;

/// <summary>What is known of the five parameters of a track, as the quadratic form chi2(x) = x'Lx - 2y'x + c. It may
/// know nothing of some of them, which a covariance cannot say.</summary>
internal sealed class Information
{
    /// <summary>Number of parameters.</summary>
    public const int Size = 5;

    private readonly double[] _scratch = new double[Size * Size];

    /// <summary>L, [5, 5], symmetric.</summary>
    public double[] Matrix { get; } = new double[Size * Size];

    /// <summary>y, [5].</summary>
    public double[] Vector { get; } = new double[Size];

    /// <summary>c.</summary>
    public double Constant { get; private set; }

    /// <summary>Knows nothing.</summary>
    public void Clear()
    {
        Array.Clear(Matrix);
        Array.Clear(Vector);
        Constant = 0;
    }

    /// <summary>Becomes the sum of two that are independent.</summary>
    public void SetSum(Information first, Information second)
    {
        for (int i = 0; i < Matrix.Length; i++)
        {
            Matrix[i] = first.Matrix[i] + second.Matrix[i];
        }

        for (int i = 0; i < Size; i++)
        {
            Vector[i] = first.Vector[i] + second.Vector[i];
        }

        Constant = first.Constant + second.Constant;
    }

    /// <summary>Expresses it by parameters x of which the present ones are F x.</summary>
    /// <param name="f">F, [5, 5].</param>
    public void Substitute(ReadOnlySpan<double> f)
    {
        double[] l = Matrix, lf = _scratch;
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                double sum = 0;
                for (int k = 0; k < Size; k++)
                {
                    sum += l[(i * Size) + k] * f[(k * Size) + j];
                }

                lf[(i * Size) + j] = sum;
            }
        }

        Span<double> y = stackalloc double[Size];
        for (int i = 0; i < Size; i++)
        {
            for (int k = 0; k < Size; k++)
            {
                y[i] += f[(k * Size) + i] * Vector[k];
            }

            for (int j = i; j < Size; j++)
            {
                double sum = 0;
                for (int k = 0; k < Size; k++)
                {
                    sum += f[(k * Size) + i] * lf[(k * Size) + j];
                }

                l[(i * Size) + j] = l[(j * Size) + i] = sum;
            }
        }

        y.CopyTo(Vector);
    }

    /// <summary>Adds a measurement of h'x.</summary>
    /// <param name="h">h, [5].</param>
    /// <param name="value">The measured value.</param>
    /// <param name="variance">Its variance, positive.</param>
    public void Measure(ReadOnlySpan<double> h, double value, double variance)
    {
        for (int i = 0; i < Size; i++)
        {
            double weighted = h[i] / variance;
            Vector[i] += weighted * value;
            for (int j = 0; j < Size; j++)
            {
                Matrix[(i * Size) + j] += weighted * h[j];
            }
        }

        Constant += value * value / variance;
    }

    /// <summary>Forgets what a random kick along g of a variance makes unknown: the form is minimised over the
    /// kick.</summary>
    /// <remarks>Sherman and Morrison's formula, without an inverse of L, which may be singular.</remarks>
    /// <param name="g">g, [5].</param>
    /// <param name="variance">Variance of the kick, zero or more.</param>
    public void Kick(ReadOnlySpan<double> g, double variance)
    {
        if (variance <= 0)
        {
            return;
        }

        Span<double> lg = stackalloc double[Size];
        double known = 0, pull = 0;
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                lg[i] += Matrix[(i * Size) + j] * g[j];
            }

            known += g[i] * lg[i];
            pull += g[i] * Vector[i];
        }

        double factor = variance / (1 + (variance * known));
        for (int i = 0; i < Size; i++)
        {
            Vector[i] -= factor * pull * lg[i];
            for (int j = 0; j < Size; j++)
            {
                Matrix[(i * Size) + j] -= factor * lg[i] * lg[j];
            }
        }

        Constant -= factor * pull * pull;
    }

    /// <summary>Solves for the parameters.</summary>
    /// <param name="fitted">Which are fitted; the others are known to be right.</param>
    /// <param name="estimate">x, [5].</param>
    /// <param name="covariance">Covariance of x, [5, 5].</param>
    /// <returns>chi2 at x; NaN if the information does not fix every fitted parameter.</returns>
    public double Solve(FittedParameters fitted, Span<double> estimate, Span<double> covariance)
    {
        Matrix.CopyTo(covariance);
        fitted.Decouple(covariance);
        if (!PositiveMatrix.TryInvert(covariance, Size))
        {
            return double.NaN;
        }

        fitted.Clear(covariance);
        double chi2 = Constant;
        for (int i = 0; i < Size; i++)
        {
            estimate[i] = 0;
            for (int j = 0; j < Size; j++)
            {
                estimate[i] += covariance[(i * Size) + j] * Vector[j];
            }

            chi2 -= estimate[i] * Vector[i];
        }

        return chi2;
    }
}
