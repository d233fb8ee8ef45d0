using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Covariance matrices of four fits from their information matrices.</summary>
internal static class FitSolution
{
    // Pivots of a matrix scaled to a unit diagonal. Rounding of a sum is about 1e-15 of the diagonal: below this the
    // smallest eigenvalue has fewer than three digits left. Kicks lose more, so that hits at too few places may pass;
    // those are left out beforehand (FitPlaces).
    private const double SmallestPivot = 1e-12;

    /// <summary>Inverts by Cholesky's method; a known parameter has zero rows in the result.</summary>
    /// <param name="information">Information matrices.</param>
    /// <param name="setup">Which parameters are fitted.</param>
    /// <param name="wanted">Which tracks have hits at enough places (all bits); the others are left
    /// out.</param>
    /// <param name="covariance">Covariance matrices, zero where there is no fit.</param>
    /// <returns>Which tracks have a fit (all bits).</returns>
    public static V Invert(ref ParameterMatrix information, FitSetup setup, V wanted, out ParameterMatrix covariance)
    {
        const int N = 5;
        Span<V> scale = stackalloc V[N];
        Span<V> root = stackalloc V[N * N];
        ReadOnlySpan<V> elements = ParameterMatrix.Elements(ref information);
        V good = wanted;
        for (int i = 0; i < N; i++)
        {
            V diagonal = elements[ParameterMatrix.Index(i, i)];
            good = setup.Fits(i) ? good & Vector256.GreaterThan(diagonal, V.Zero) : good;
            scale[i] = V.One / Vector256.Sqrt(diagonal);
        }

        for (int j = 0; j < N; j++)
        {
            for (int i = j; i < N; i++)
            {
                // Unit matrix for what is not fitted.
                V element = i == j ? V.One : V.Zero;
                if (i != j && setup.Fits(i) && setup.Fits(j))
                {
                    element = Vector256.ConditionalSelect(
                        good, elements[ParameterMatrix.Index(j, i)] * scale[i] * scale[j], element);
                }

                for (int k = 0; k < j; k++)
                {
                    element -= root[(i * N) + k] * root[(j * N) + k];
                }

                if (i == j)
                {
                    V regular = Vector256.GreaterThan(element, Vector256.Create(SmallestPivot));
                    good &= regular;
                    element = V.One / Vector256.Sqrt(Vector256.ConditionalSelect(regular, element, V.One));
                    root[(j * N) + j] = element; // the inverse of the diagonal
                }
                else
                {
                    root[(i * N) + j] = element * root[(j * N) + j];
                }
            }
        }

        Square(root, scale, setup, good, out covariance);
        return good;
    }

    // C = S R^-T R^-1 S with the root R, whose diagonal is kept inverted.
    private static void Square(Span<V> root, Span<V> scale, FitSetup setup, V good, out ParameterMatrix covariance)
    {
        const int N = 5;
        Span<V> inverse = stackalloc V[N * N];
        for (int j = 0; j < N; j++)
        {
            inverse[(j * N) + j] = root[(j * N) + j];
            for (int i = j + 1; i < N; i++)
            {
                V sum = V.Zero;
                for (int k = j; k < i; k++)
                {
                    sum += root[(i * N) + k] * inverse[(k * N) + j];
                }

                inverse[(i * N) + j] = -sum * root[(i * N) + i];
            }
        }

        covariance = default;
        Span<V> elements = ParameterMatrix.Elements(ref covariance);
        for (int i = 0; i < N; i++)
        {
            for (int j = i; j < N && setup.Fits(i); j++)
            {
                V sum = V.Zero;
                for (int k = j; k < N; k++)
                {
                    sum += inverse[(k * N) + i] * inverse[(k * N) + j];
                }

                elements[ParameterMatrix.Index(i, j)] = setup.Fits(j)
                    ? Vector256.ConditionalSelect(good, sum * scale[i] * scale[j], V.Zero)
                    : V.Zero;
            }
        }
    }
}
