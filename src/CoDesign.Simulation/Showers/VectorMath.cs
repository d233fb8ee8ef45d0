using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CoDesign.Simulation.Showers;

/// <summary>Elementary functions on four doubles that the framework lacks.</summary>
internal static class VectorMath
{
    /// <summary>Arc tangent to 2 units in the last place.</summary>
    /// <remarks>
    /// Reduced to |x| below tan(pi/8) by atan x = pi/2 - atan(1/x) and atan x = pi/4 + atan((x-1)/(x+1)), then a
    /// rational approximation; coefficients: S. L. Moshier, Methods and Programs for Mathematical Functions (1989),
    /// Cephes.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Atan(Vector256<double> x)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> a = Vector256.Abs(x);
        Vector256<double> large = Vector256.GreaterThan(a, Vector256.Create(2.41421356237309504880)); // tan(3 pi/8)
        Vector256<double> middle = Vector256.AndNot(Vector256.GreaterThan(a, Vector256.Create(0.66)), large);
        Vector256<double> numerator = Vector256.ConditionalSelect(
            large, -one, Vector256.ConditionalSelect(middle, a - one, a));
        Vector256<double> denominator =
            Vector256.ConditionalSelect(large, a, Vector256.ConditionalSelect(middle, a + one, one));
        Vector256<double> start = Vector256.ConditionalSelect(
            large, Vector256.Create(0.5 * Math.PI),
            Vector256.ConditionalSelect(middle, Vector256.Create(0.25 * Math.PI), Vector256<double>.Zero));
        Vector256<double> t = numerator / denominator;
        Vector256<double> z = t * t;
        Vector256<double> p = Vector256.Create(-8.750608600031904122785E-1);
        p = (p * z) + Vector256.Create(-1.615753718733365076637E1);
        p = (p * z) + Vector256.Create(-7.500855792314704667340E1);
        p = (p * z) + Vector256.Create(-1.228866684490136173410E2);
        p = (p * z) + Vector256.Create(-6.485021904942025371773E1);
        Vector256<double> q = z + Vector256.Create(2.485846490142306297962E1);
        q = (q * z) + Vector256.Create(1.650270098316988542046E2);
        q = (q * z) + Vector256.Create(4.328810604912902668951E2);
        q = (q * z) + Vector256.Create(4.853903996359136964868E2);
        q = (q * z) + Vector256.Create(1.945506571482613964425E2);
        Vector256<double> result = start + t + (t * z * p / q);
        return Vector256.CopySign(result, x);
    }
}
