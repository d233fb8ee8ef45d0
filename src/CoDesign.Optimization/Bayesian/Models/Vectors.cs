using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Operations on vectors, four numbers at a time.</summary>
internal static class Vectors
{
    private const int Width = 4;

    /// <summary>Scalar product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref double x = ref MemoryMarshal.GetReference(a), y = ref MemoryMarshal.GetReference(b);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        int i = 0;
        for (; i + (4 * Width) <= a.Length; i += 4 * Width)
        {
            s0 = Vector256.FusedMultiplyAdd(Load(ref x, i), Load(ref y, i), s0);
            s1 = Vector256.FusedMultiplyAdd(Load(ref x, i + 4), Load(ref y, i + 4), s1);
            s2 = Vector256.FusedMultiplyAdd(Load(ref x, i + 8), Load(ref y, i + 8), s2);
            s3 = Vector256.FusedMultiplyAdd(Load(ref x, i + 12), Load(ref y, i + 12), s3);
        }

        for (; i + Width <= a.Length; i += Width)
        {
            s0 = Vector256.FusedMultiplyAdd(Load(ref x, i), Load(ref y, i), s0);
        }

        double sum = Vector256.Sum(s0 + s1 + (s2 + s3));
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a vector to another.</summary>
    public static void Add(double factor, ReadOnlySpan<double> vector, Span<double> sum)
    {
        ref double x = ref MemoryMarshal.GetReference(vector), y = ref MemoryMarshal.GetReference(sum);
        Vector256<double> f = Vector256.Create(factor);
        int i = 0;
        for (; i + Width <= vector.Length; i += Width)
        {
            Vector256.FusedMultiplyAdd(f, Load(ref x, i), Load(ref y, i)).StoreUnsafe(ref y, (nuint)i);
        }

        for (; i < vector.Length; i++)
        {
            sum[i] += factor * vector[i];
        }
    }

    /// <summary>Four numbers of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref double start, int index) => Vector256.LoadUnsafe(ref start, (nuint)index);
}
