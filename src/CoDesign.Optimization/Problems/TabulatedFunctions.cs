namespace CoDesign.Optimization.Problems;

/// <summary>The functions of Hartmann (6 variables) and Shekel (4 variables, 10 terms), given by tables.</summary>
/// <remarks>Source: L. Dixon, G. Szego, Towards Global Optimisation 2 (1978); tables as in the Virtual Library of
/// Simulation Experiments.</remarks>
internal static class TabulatedFunctions
{
    private static readonly double[] Weights = [1, 1.2, 3, 3.2];

    private static readonly double[][] Steepness =
    [
        [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14],
    ];

    private static readonly double[][] Centres =
    [
        [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886], [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
        [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650], [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ];

    private static readonly double[] Widths = [0.1, 0.2, 0.2, 0.4, 0.4, 0.6, 0.3, 0.7, 0.5, 0.5];

    private static readonly double[][] Wells =
    [
        [4, 1, 8, 6, 3, 2, 5, 8, 6, 7], [4, 1, 8, 6, 7, 9, 3, 1, 2, 3.6],
        [4, 1, 8, 6, 3, 2, 5, 8, 6, 7], [4, 1, 8, 6, 7, 9, 3, 1, 2, 3.6],
    ];

    public static double Hartmann6(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < Weights.Length; i++)
        {
            double distance = 0;
            for (int j = 0; j < x.Length; j++)
            {
                distance += Steepness[i][j] * ClassicFunctions.Square(x[j] - Centres[i][j]);
            }

            sum -= Weights[i] * Math.Exp(-distance);
        }

        return sum;
    }

    public static double Shekel(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < Widths.Length; i++)
        {
            double distance = Widths[i];
            for (int j = 0; j < x.Length; j++)
            {
                distance += ClassicFunctions.Square(x[j] - Wells[j][i]);
            }

            sum -= 1 / distance;
        }

        return sum;
    }
}
