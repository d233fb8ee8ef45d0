using System.Runtime.Intrinsics;
using CoDesign.Simulation.Showers;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Length of an arc over its chord, S(w) = asin(x)/x with w = x^2, x the sine of half the turn; for w in
/// [0, 0.97].</summary>
/// <remarks>
/// The derivatives follow from x S = asin(x): 2 w S' = 1/sqrt(1-w) - S, 2 w S'' = (1-w)^(-3/2)/2 - 3 S'. Both cancel at
/// small w, where the series S = sum (2k)!/(4^k k!^2 (2k+1)) w^k takes over; fifteen terms are exact to rounding there.
/// </remarks>
internal readonly struct ArcRatio
{
    private const double Small = 0.0625;

    private static readonly double[] Coefficients = Series(15);

    private ArcRatio(V value, V first, V second) => (Value, First, Second) = (value, first, second);

    /// <summary>S.</summary>
    public V Value { get; }

    /// <summary>dS/dw.</summary>
    public V First { get; }

    /// <summary>d2S/dw2.</summary>
    public V Second { get; }

    /// <summary>The ratio and its derivatives.</summary>
    public static ArcRatio At(V w)
    {
        V small = Vector256.LessThan(w, Vector256.Create(Small));
        ArcRatio near = Near(Vector256.Min(w, Vector256.Create(Small)));
        if (Vector256.LessThanAll(w, Vector256.Create(Small)))
        {
            return near;
        }

        ArcRatio far = Far(Vector256.Max(w, Vector256.Create(Small)));
        return new ArcRatio(
            Vector256.ConditionalSelect(small, near.Value, far.Value),
            Vector256.ConditionalSelect(small, near.First, far.First),
            Vector256.ConditionalSelect(small, near.Second, far.Second));
    }

    // Horner's rule for a polynomial and its two derivatives.
    private static ArcRatio Near(V w)
    {
        double[] coefficients = Coefficients;
        V value = V.Zero, first = V.Zero, half = V.Zero;
        for (int k = coefficients.Length - 1; k >= 0; k--)
        {
            half = (half * w) + first;
            first = (first * w) + value;
            value = (value * w) + Vector256.Create(coefficients[k]);
        }

        return new ArcRatio(value, first, half * 2);
    }

    private static ArcRatio Far(V w)
    {
        V x = Vector256.Sqrt(w), c = Vector256.Sqrt(V.One - w);
        V value = VectorMath.Atan(x / (V.One + c)) * 2 / x;
        V perTwice = Vector256.Create(0.5) / w;
        V first = ((V.One / c) - value) * perTwice;
        return new ArcRatio(value, first, ((Vector256.Create(0.5) / (c * c * c)) - (first * 3)) * perTwice);
    }

    private static double[] Series(int terms)
    {
        var result = new double[terms];
        double binomial = 1;
        for (int k = 0; k < terms; k++)
        {
            result[k] = binomial / ((2 * k) + 1);
            binomial *= ((2.0 * k) + 1) / ((2.0 * k) + 2);
        }

        return result;
    }
}
