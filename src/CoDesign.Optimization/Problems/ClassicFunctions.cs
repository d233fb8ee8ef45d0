namespace CoDesign.Optimization.Problems;

/// <summary>Functions of one value that searches are measured with.</summary>
/// <remarks>
/// Formulas and optima: S. Surjanovic, D. Bingham, Virtual Library of Simulation Experiments (sfu.ca/~ssurjano);
/// M. Jamil, X.-S. Yang, Int. J. Math. Model. Numer. Optim. 4 (2013) 150. Points are [variables].
/// </remarks>
internal static class ClassicFunctions
{
    public static double Branin(double x, double y)
    {
        double t = y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6;
        return (t * t) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    public static double Ackley(double[] x) =>
        (-20 * Math.Exp(-0.2 * Math.Sqrt(x.Average(v => v * v)))) - Math.Exp(x.Average(v => Math.Cos(2 * Math.PI * v)))
        + 20 + Math.E;

    public static double Rosenbrock(double[] x) => Pairs(x, (a, b) => (100 * Square(b - (a * a))) + Square(1 - a));

    public static double[] RosenbrockGradient(double[] x)
    {
        var gradient = new double[x.Length];
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double bend = x[i + 1] - (x[i] * x[i]);
            gradient[i] += (-400 * bend * x[i]) - (2 * (1 - x[i]));
            gradient[i + 1] += 200 * bend;
        }

        return gradient;
    }

    public static double Levy(double[] x)
    {
        double[] w = [.. x.Select(v => 1 + ((v - 1) / 4))];
        double sum = Square(Math.Sin(Math.PI * w[0]));
        for (int i = 0; i + 1 < w.Length; i++)
        {
            sum += Square(w[i] - 1) * (1 + (10 * Square(Math.Sin((Math.PI * w[i]) + 1))));
        }

        return sum + (Square(w[^1] - 1) * (1 + Square(Math.Sin(2 * Math.PI * w[^1]))));
    }

    public static double Rastrigin(double[] x) =>
        x.Sum(v => 10 + (v * v) - (10 * Math.Cos(2 * Math.PI * v)));

    public static double StyblinskiTang(double[] x) => 0.5 * x.Sum(v => (v * v * v * v) - (16 * v * v) + (5 * v));

    public static double Griewank(double[] x) =>
        1 + (x.Sum(v => v * v) / 4000) - x.Select((v, i) => Math.Cos(v / Math.Sqrt(i + 1))).Aggregate(1.0, (a, b) => a * b);

    public static double Michalewicz(double[] x) =>
        -x.Select((v, i) => Math.Sin(v) * Math.Pow(Math.Sin((i + 1) * v * v / Math.PI), 20)).Sum();

    public static double SixHumpCamel(double[] p)
    {
        double x2 = p[0] * p[0], y2 = p[1] * p[1];
        return ((4 - (2.1 * x2) + (x2 * x2 / 3)) * x2) + (p[0] * p[1]) + (4 * (y2 - 1) * y2);
    }

    public static double GoldsteinPrice(double[] p)
    {
        double x = p[0], y = p[1];
        double first = 19 - (14 * x) + (3 * x * x) - (14 * y) + (6 * x * y) + (3 * y * y);
        double second = 18 - (32 * x) + (12 * x * x) + (48 * y) - (36 * x * y) + (27 * y * y);
        return (1 + (Square(x + y + 1) * first)) * (30 + (Square((2 * x) - (3 * y)) * second));
    }

    /// <summary>Sum of squares with axes of 1 to 1000, turned by reflections at fixed planes.</summary>
    public static double RotatedEllipsoid(double[] x)
    {
        double[] y = Orthogonal.Turn(x);
        return y.Select((v, i) => Square(v) * Math.Pow(1e6, y.Length == 1 ? 0 : (double)i / (y.Length - 1))).Sum();
    }

    /// <summary>Sum over neighbours of a point, as in the functions named after Rosenbrock.</summary>
    public static double Pairs(double[] x, Func<double, double, double> term) => x.Zip(x.Skip(1), term).Sum();

    public static double Square(double v) => v * v;
}
