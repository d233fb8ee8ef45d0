using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>The Matern correlation of smoothness 5/2 as a function of the squared scaled distance.</summary>
/// <remarks>
/// m(s) = (1 + sqrt(5 s) + 5 s / 3) exp(-sqrt(5 s)), s = r^2 (Rasmussen and Williams, Gaussian Processes for Machine
/// Learning, eq. 4.17). With q = sqrt(5 s): m' = -5/6 (1 + q) exp(-q), m'' = 25/12 exp(-q),
/// m''' = -25 sqrt(5) / (24 r) exp(-q), which has no limit at r = 0 but only enters multiplied by r^2 or more.
/// </remarks>
internal static class MaternProfile
{
    /// <summary>Correlation and its derivatives by the squared distance; the third is 0 at 0.</summary>
    public static (double Value, double First, double Second, double Third) At(double s)
    {
        double q = Math.Sqrt(5 * s), e = Math.Exp(-q);
        return ((1 + q + (q * q / 3)) * e, -5.0 / 6 * (1 + q) * e, 25.0 / 12 * e, s > 0 ? -125.0 / 24 / q * e : 0);
    }

    /// <summary>Correlations and first derivatives of many distances.</summary>
    /// <param name="s">Squared distances, a multiple of four.</param>
    /// <param name="value">Receives factor * m.</param>
    /// <param name="first">Receives factor * m'.</param>
    /// <param name="factor">Factor of both.</param>
    public static void Fill(ReadOnlySpan<double> s, Span<double> value, Span<double> first, double factor)
    {
        ref double from = ref MemoryMarshal.GetReference(s);
        ref double to = ref MemoryMarshal.GetReference(value), slope = ref MemoryMarshal.GetReference(first);
        for (int i = 0; i < s.Length; i += 4)
        {
            Vector256<double> q = Vector256.Sqrt(Vectors.Load(ref from, i) * 5.0);
            Vector256<double> e = Vector256.Exp(-q) * factor, a = Vector256<double>.One + q;
            ((a + (q * q * (1.0 / 3))) * e).StoreUnsafe(ref to, (nuint)i);
            (a * e * (-5.0 / 6)).StoreUnsafe(ref slope, (nuint)i);
        }
    }
}
