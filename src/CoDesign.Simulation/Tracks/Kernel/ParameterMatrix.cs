using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
            Fma(M04, g4, Fma(M03, g3, Fma(M02, g2, Fma(M01, g1, M00 * g0)))),
            Fma(M14, g4, Fma(M13, g3, Fma(M12, g2, Fma(M11, g1, M01 * g0)))),
            Fma(M24, g4, Fma(M23, g3, Fma(M22, g2, Fma(M12, g1, M02 * g0)))),
            Fma(M34, g4, Fma(M33, g3, Fma(M23, g2, Fma(M13, g1, M03 * g0)))),
            Fma(M44, g4, Fma(M34, g3, Fma(M24, g2, Fma(M14, g1, M04 * g0)))));
    }

    /// <summary>Adds a multiple of a a'.</summary>
    public void AddSquare(V factor, in ParameterVector a)
    {
        V a0 = a.P0, a1 = a.P1, a2 = a.P2, a3 = a.P3, a4 = a.P4;
        V f0 = factor * a0, f1 = factor * a1, f2 = factor * a2, f3 = factor * a3;
        M00 = Fma(f0, a0, M00);
        M01 = Fma(f0, a1, M01);
        M02 = Fma(f0, a2, M02);
        M03 = Fma(f0, a3, M03);
        M04 = Fma(f0, a4, M04);
        M11 = Fma(f1, a1, M11);
        M12 = Fma(f1, a2, M12);
        M13 = Fma(f1, a3, M13);
        M14 = Fma(f1, a4, M14);
        M22 = Fma(f2, a2, M22);
        M23 = Fma(f2, a3, M23);
        M24 = Fma(f2, a4, M24);
        M33 = Fma(f3, a3, M33);
        M34 = Fma(f3, a4, M34);
        M44 = Fma(factor * a4, a4, M44);
    }

    /// <summary>Adds a b' + b a'.</summary>
    public void AddProduct(in ParameterVector a, in ParameterVector b)
    {
        V a0 = a.P0, a1 = a.P1, a2 = a.P2, a3 = a.P3, a4 = a.P4;
        V b0 = b.P0, b1 = b.P1, b2 = b.P2, b3 = b.P3, b4 = b.P4;
        M00 = Fma(a0 + a0, b0, M00);
        M01 = Fma(a0, b1, Fma(a1, b0, M01));
        M02 = Fma(a0, b2, Fma(a2, b0, M02));
        M03 = Fma(a0, b3, Fma(a3, b0, M03));
        M04 = Fma(a0, b4, Fma(a4, b0, M04));
        M11 = Fma(a1 + a1, b1, M11);
        M12 = Fma(a1, b2, Fma(a2, b1, M12));
        M13 = Fma(a1, b3, Fma(a3, b1, M13));
        M14 = Fma(a1, b4, Fma(a4, b1, M14));
        M22 = Fma(a2 + a2, b2, M22);
        M23 = Fma(a2, b3, Fma(a3, b2, M23));
        M24 = Fma(a2, b4, Fma(a4, b2, M24));
        M33 = Fma(a3 + a3, b3, M33);
        M34 = Fma(a3, b4, Fma(a4, b3, M34));
        M44 = Fma(a4 + a4, b4, M44);
    }

    /// <summary>Its elements, in the order of <see cref="Index"/>.</summary>
    public static Span<V> Elements(ref ParameterMatrix matrix) => MemoryMarshal.CreateSpan(ref matrix.M00, Size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Fma(V a, V b, V c) => Vector256.FusedMultiplyAdd(a, b, c);
}
