using System.Runtime.CompilerServices;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>A symmetric 5 x 5 matrix of each of four tracks: its upper triangle, row by row.</summary>
internal struct ParameterMatrix
{
    /// <summary>Numbers in the triangle.</summary>
    public const int Size = 15;

    public V M00, M01, M02, M03, M04, M11, M12, M13, M14, M22, M23, M24, M33, M34, M44;

    /// <summary>Place of an element in the triangle.</summary>
    public static int Index(int row, int column) =>
        row <= column ? (row * (9 - row) / 2) + column : Index(column, row);

    /// <summary>Product with a vector.</summary>
    public readonly ParameterVector Times(in ParameterVector g)
    {
        V g0 = g.P0, g1 = g.P1, g2 = g.P2, g3 = g.P3, g4 = g.P4;
        return new ParameterVector(
            ((M00 * g0) + (M01 * g1)) + ((M02 * g2) + (M03 * g3)) + (M04 * g4),
            ((M01 * g0) + (M11 * g1)) + ((M12 * g2) + (M13 * g3)) + (M14 * g4),
            ((M02 * g0) + (M12 * g1)) + ((M22 * g2) + (M23 * g3)) + (M24 * g4),
            ((M03 * g0) + (M13 * g1)) + ((M23 * g2) + (M33 * g3)) + (M34 * g4),
            ((M04 * g0) + (M14 * g1)) + ((M24 * g2) + (M34 * g3)) + (M44 * g4));
    }

    /// <summary>Adds a multiple of a a'.</summary>
    public void AddSquare(V factor, in ParameterVector a)
    {
        V a0 = a.P0, a1 = a.P1, a2 = a.P2, a3 = a.P3, a4 = a.P4;
        V f0 = factor * a0, f1 = factor * a1, f2 = factor * a2, f3 = factor * a3;
        M00 += f0 * a0;
        M01 += f0 * a1;
        M02 += f0 * a2;
        M03 += f0 * a3;
        M04 += f0 * a4;
        M11 += f1 * a1;
        M12 += f1 * a2;
        M13 += f1 * a3;
        M14 += f1 * a4;
        M22 += f2 * a2;
        M23 += f2 * a3;
        M24 += f2 * a4;
        M33 += f3 * a3;
        M34 += f3 * a4;
        M44 += factor * a4 * a4;
    }

    /// <summary>Adds a b' + b a'.</summary>
    public void AddProduct(in ParameterVector a, in ParameterVector b)
    {
        V a0 = a.P0, a1 = a.P1, a2 = a.P2, a3 = a.P3, a4 = a.P4;
        V b0 = b.P0, b1 = b.P1, b2 = b.P2, b3 = b.P3, b4 = b.P4;
        M00 += a0 * b0 * 2;
        M01 += (a0 * b1) + (a1 * b0);
        M02 += (a0 * b2) + (a2 * b0);
        M03 += (a0 * b3) + (a3 * b0);
        M04 += (a0 * b4) + (a4 * b0);
        M11 += a1 * b1 * 2;
        M12 += (a1 * b2) + (a2 * b1);
        M13 += (a1 * b3) + (a3 * b1);
        M14 += (a1 * b4) + (a4 * b1);
        M22 += a2 * b2 * 2;
        M23 += (a2 * b3) + (a3 * b2);
        M24 += (a2 * b4) + (a4 * b2);
        M33 += a3 * b3 * 2;
        M34 += (a3 * b4) + (a4 * b3);
        M44 += a4 * b4 * 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<V> Elements(ref ParameterMatrix matrix) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref matrix.M00, Size);
}
