namespace CoDesign.Optimization.Problems;

/// <summary>Functions of several values.</summary>
/// <remarks>
/// BraninCurrin: S. Belakaria, A. Deshwal, J. Doppa, NeurIPS 2019. ZDT: E. Zitzler, K. Deb, L. Thiele, Evol. Comput. 8
/// (2000) 173. DTLZ2: K. Deb, L. Thiele, M. Laumanns, E. Zitzler (2005). C2-DTLZ2: H. Jain, K. Deb, IEEE Trans. Evol.
/// Comput. 18 (2014) 602. OSY: A. Osyczka, S. Kundu, Struct. Optim. 10 (1995) 94.
/// </remarks>
internal static class ParetoFunctions
{
    public static double[] BraninCurrin(double[] x)
    {
        double a = x[0], b = x[1];
        double rise = b > 0 ? 1 - Math.Exp(-1 / (2 * b)) : 1; // the limit
        double currin = rise * ((((((2300 * a) + 1900) * a) + 2092) * a) + 60) / ((((((100 * a) + 500) * a) + 4) * a) + 20);
        return [ClassicFunctions.Branin((15 * a) - 5, 15 * b), currin];
    }

    /// <summary>The front is the part of the unit sphere with positive coordinates.</summary>
    public static double[] Dtlz2(double[] x, int objectives)
    {
        double radius = 1 + x.Skip(objectives - 1).Sum(v => ClassicFunctions.Square(v - 0.5));
        var f = new double[objectives];
        for (int i = 0; i < objectives; i++)
        {
            int cosines = objectives - 1 - i;
            f[i] = radius;
            for (int j = 0; j < cosines; j++)
            {
                f[i] *= Math.Cos(x[j] * Math.PI / 2);
            }

            f[i] *= i > 0 ? Math.Sin(x[cosines] * Math.PI / 2) : 1;
        }

        return f;
    }

    /// <summary>The constraint of C2-DTLZ2: near a corner or near the middle of the front.</summary>
    /// <remarks>In the form in which the hypervolume 0.39964 was found (M. Balandat et al., BoTorch): r = 0.2, and the
    /// radius of the ball in the middle is sqrt(M) r, where Jain and Deb have r.</remarks>
    public static double[] C2(double[] f)
    {
        const double Radius2 = 0.2 * 0.2;
        double squares = f.Sum(v => v * v);
        double corner = f.Min(v => ClassicFunctions.Square(v - 1) + squares - (v * v) - ((f.Length - 1) * Radius2));
        double middle = f.Sum(v => ClassicFunctions.Square(v - (1 / Math.Sqrt(f.Length))) - Radius2);
        return [Math.Min(corner, middle)];
    }

    public static double[] Zdt(double[] x, int number)
    {
        double g = 1 + (9 * x.Skip(1).Average()), ratio = x[0] / g;
        double shape = number switch
        {
            1 => 1 - Math.Sqrt(ratio),
            2 => 1 - (ratio * ratio),
            _ => 1 - Math.Sqrt(ratio) - (ratio * Math.Sin(10 * Math.PI * x[0])),
        };
        return [x[0], g * shape];
    }

    public static double[] Osy(double[] x)
    {
        double first = (25 * ClassicFunctions.Square(x[0] - 2)) + ClassicFunctions.Square(x[1] - 2)
            + ClassicFunctions.Square(x[2] - 1) + ClassicFunctions.Square(x[3] - 4) + ClassicFunctions.Square(x[4] - 1);
        return [-first, x.Sum(ClassicFunctions.Square)];
    }

    public static double[] OsyConstraints(double[] x) =>
    [
        2 - x[0] - x[1], x[0] + x[1] - 6, x[1] - x[0] - 2, x[0] - (3 * x[1]) - 2,
        ClassicFunctions.Square(x[2] - 3) + x[3] - 4, 4 - ClassicFunctions.Square(x[4] - 3) - x[5],
    ];
}
