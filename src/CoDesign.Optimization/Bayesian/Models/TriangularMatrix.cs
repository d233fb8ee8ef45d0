using System.Runtime.Intrinsics;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Storage of a triangular or symmetric matrix by rows, padded to whole tiles of 4 by 4.</summary>
/// <remarks>The padding continues the matrix by the unit matrix, so that kernels on tiles need no special cases.</remarks>
internal sealed class TriangularMatrix
{
    public const int Tile = 4;

    public TriangularMatrix(int size)
    {
        Size = size;
        Padded = Pad(size);
        Stride = StrideFor(size);
        Values = new double[Padded * Stride];
        Continue();
    }

    public int Size { get; }

    public int Padded { get; }

    public int Stride { get; }

    public double[] Values { get; }

    public ref double this[int row, int column] => ref Values[(row * Stride) + column];

    public static int Pad(int size) => (size + Tile - 1) / Tile * Tile;

    // Rows at a distance of a multiple of 512 bytes would compete for the same lines of the caches.
    private static int StrideFor(int size) => Pad(size) % 64 == 0 ? Pad(size) + Tile : Pad(size);

    public Span<double> Row(int row) => Values.AsSpan(row * Stride, Padded);

    /// <summary>Writes the unit matrix into the padding.</summary>
    public void Continue()
    {
        for (int i = Size; i < Padded; i++)
        {
            Row(i).Clear();
            this[i, i] = 1;
        }
    }

    /// <summary>Scalar products of four rows with four rows, [4 * a + b].</summary>
    public static unsafe void Products(double* a, nint strideA, double* b, nint strideB, int count, double* sums)
    {
        Vector256<double> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector256<double> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector256<double> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector256<double> s30 = default, s31 = default, s32 = default, s33 = default;
        for (int k = 0; k < count; k += Tile)
        {
            Vector256<double> b0 = Vector256.Load(b + k), b1 = Vector256.Load(b + strideB + k);
            Vector256<double> b2 = Vector256.Load(b + (2 * strideB) + k), b3 = Vector256.Load(b + (3 * strideB) + k);
            Vector256<double> x = Vector256.Load(a + k);
            s00 = Vector256.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(x, b1, s01);
            s02 = Vector256.FusedMultiplyAdd(x, b2, s02);
            s03 = Vector256.FusedMultiplyAdd(x, b3, s03);
            x = Vector256.Load(a + strideA + k);
            s10 = Vector256.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(x, b1, s11);
            s12 = Vector256.FusedMultiplyAdd(x, b2, s12);
            s13 = Vector256.FusedMultiplyAdd(x, b3, s13);
            x = Vector256.Load(a + (2 * strideA) + k);
            s20 = Vector256.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(x, b1, s21);
            s22 = Vector256.FusedMultiplyAdd(x, b2, s22);
            s23 = Vector256.FusedMultiplyAdd(x, b3, s23);
            x = Vector256.Load(a + (3 * strideA) + k);
            s30 = Vector256.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(x, b1, s31);
            s32 = Vector256.FusedMultiplyAdd(x, b2, s32);
            s33 = Vector256.FusedMultiplyAdd(x, b3, s33);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Vector256.Sum(s00), Vector256.Sum(s01), Vector256.Sum(s02), Vector256.Sum(s03));
        (sums[4], sums[5], sums[6], sums[7]) = (Vector256.Sum(s10), Vector256.Sum(s11), Vector256.Sum(s12), Vector256.Sum(s13));
        (sums[8], sums[9], sums[10], sums[11]) = (Vector256.Sum(s20), Vector256.Sum(s21), Vector256.Sum(s22), Vector256.Sum(s23));
        (sums[12], sums[13], sums[14], sums[15]) = (Vector256.Sum(s30), Vector256.Sum(s31), Vector256.Sum(s32), Vector256.Sum(s33));
    }
}
