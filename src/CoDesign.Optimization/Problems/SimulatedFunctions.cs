using CoDesign.Optimization.Searches;

namespace CoDesign.Optimization.Problems;

/// <summary>Expectations over simulated events, known to a search with the error of a finite sample.</summary>
/// <remarks>Source: S. Shirobokov, V. Belavin, M. Kagan, A. Ustyuzhanin, A. Baydin, Black-Box Optimization with Local
/// Generative Surrogates, NeurIPS 2020, arXiv:2002.04632, section 4.</remarks>
internal static class SimulatedFunctions
{
    /// <summary>Events of one evaluation, the samples per point of the paper.</summary>
    public const int Events = 3000;

    /// <summary>Three-hump camel function.</summary>
    public static double ThreeHump(double x, double y)
    {
        double x2 = x * x;
        return (2 * x2) - (1.05 * x2 * x2) + (x2 * x2 * x2 / 6) + (x * y) + (y * y);
    }

    /// <summary>Expectation of R(y) = s(y - 10) - s(y), s the logistic function, where y ~ N(m_i, 1),
    /// m_i ~ N(x_i h, 1), x_1 ~ U(-2, 0), x_2 ~ U(2, 5), h the three-hump function of (a, b), and i = 1 with the
    /// probability |a|/(|a| + |b|); 1/2 where both are 0.</summary>
    /// <remarks>The mean over x_i is exact, by the antiderivative ln(1 + e^y); over the normal numbers the trapezoidal
    /// rule on +-9 standard deviations, which is exact to rounding for so smooth a function.</remarks>
    public static double Hump(double a, double b)
    {
        double first = First(a, b), h = ThreeHump(a, b), sum = 0;
        const int Steps = 120;
        const double Reach = 9, Step = 2 * Reach / Steps;
        for (int k = 0; k <= Steps; k++)
        {
            double z = (k * Step) - Reach, shift = Math.Sqrt(2) * z;
            double loss = (first * Mean(-2, 0, h, shift)) + ((1 - first) * Mean(2, 5, h, shift));
            sum += Step * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * loss;
        }

        return sum;
    }

    /// <summary>The same expectation from simulated events.</summary>
    public static (double Value, double Error) SimulateHump(double a, double b, ulong seed)
    {
        double first = First(a, b), h = ThreeHump(a, b);
        var random = new CountedRandom(seed, 0);
        return Sample(() =>
        {
            double x = random.Uniform() < first ? -2 * random.Uniform() : 2 + (3 * random.Uniform());
            double y = (x * h) + random.Normal() + random.Normal();
            return Logistic(y - 10) - Logistic(y);
        });
    }

    /// <summary>Rosenbrock's function without its factor 100.</summary>
    public static double Rosenbrock(double[] x) => ClassicFunctions.Pairs(
        x, (a, b) => ClassicFunctions.Square(b - (a * a)) + ClassicFunctions.Square(1 - a));

    /// <summary>Mean of y ~ N(l + g, 0.1 + 0.5 |l|), l ~ N(x, 1), x ~ U(-10, 10); its expectation is g.</summary>
    public static (double Value, double Error) SimulateRosenbrock(double g, ulong seed)
    {
        var random = new CountedRandom(seed, 0);
        return Sample(() =>
        {
            double latent = (20 * random.Uniform()) - 10 + random.Normal();
            return latent + g + ((0.1 + (0.5 * Math.Abs(latent))) * random.Normal());
        });
    }

    private static double First(double a, double b) =>
        Math.Abs(a) + Math.Abs(b) is var norm and > 0 ? Math.Abs(a) / norm : 0.5;

    // Mean of R(x h + shift) over x ~ U(low, high); the middle of the interval where h is too small for a quotient.
    private static double Mean(double low, double high, double h, double shift)
    {
        double width = (high - low) * h;
        if (Math.Abs(width) < 1e-4)
        {
            double y = ((low + high) / 2 * h) + shift;
            return Logistic(y - 10) - Logistic(y);
        }

        double from = (low * h) + shift, to = (high * h) + shift;
        return (SoftPlus(to - 10) - SoftPlus(from - 10) - SoftPlus(to) + SoftPlus(from)) / width;
    }

    private static double Logistic(double y) => 1 / (1 + Math.Exp(-y));

    private static double SoftPlus(double y) => Math.Max(y, 0) + double.LogP1(Math.Exp(-Math.Abs(y)));

    private static (double Value, double Error) Sample(Func<double> draw)
    {
        double mean = 0, squares = 0;
        for (int n = 1; n <= Events; n++)
        {
            double value = draw(), off = value - mean;
            mean += off / n;
            squares += off * (value - mean);
        }

        return (mean, Math.Sqrt(squares / (Events - 1) / Events));
    }
}
