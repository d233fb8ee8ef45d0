using MathNet.Numerics.Integration;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Integrals of smooth functions.</summary>
internal static class Quadrature
{
    private static readonly GaussLegendreRule Rule = new(-1, 1, 8);

    /// <summary>Positive nodes of Gauss and Legendre's rule of 8 points on [-1, 1]; the others mirror them.</summary>
    public static readonly double[] Nodes = Rule.Abscissas[4..];

    /// <summary>Weights of <see cref="Nodes"/>.</summary>
    public static readonly double[] Weights = Rule.Weights[4..];

    /// <summary>Integral over equal panels of 8 points each.</summary>
    /// <param name="from">Lower end.</param>
    /// <param name="to">Upper end.</param>
    /// <param name="panels">Number of panels.</param>
    /// <param name="function">The integrand.</param>
    public static double Integral(double from, double to, int panels, Func<double, double> function)
    {
        double half = (to - from) / (2 * panels), sum = 0;
        for (int panel = 0; panel < panels; panel++)
        {
            double middle = from + (((2 * panel) + 1) * half);
            for (int i = 0; i < Nodes.Length; i++)
            {
                sum += Weights[i] * (function(middle - (half * Nodes[i])) + function(middle + (half * Nodes[i])));
            }
        }

        return sum * half;
    }
}
