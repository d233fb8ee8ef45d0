using System.Runtime.CompilerServices;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>How a random kick of known variance takes information on the vertex from what is measured behind it, and
/// the adjoint of this step.</summary>
/// <remarks>
/// With v = L g, d = g'v and alpha = q/(1 + q d): L' = L - alpha v v' and y' = y - alpha (g'y) v. It is the inverse of
/// C' = C + q g g' (Sherman and Morrison), and holds where L has no inverse. With M the gradient by L' as a full
/// symmetric matrix, b that by y', gamma = g'y, beta = b'v, m = M v + gamma b/2 and sigma = v'M v + beta gamma:
/// M - alpha (m g' + g m') + sigma alpha^2 g g' is the gradient by L, b - alpha beta g that by y, 2 sigma alpha^2 v -
/// 2 alpha L m - alpha beta y that by g, and -sigma/(1 + q d)^2 that by q.
/// </remarks>
internal static class KickFilter
{
    /// <summary>The step on matrix and vector.</summary>
    public static void Apply<TModel>(ref ParameterMatrix information, ref ParameterVector y, in ParameterVector g, V q)
        where TModel : struct, IFitModel
    {
        ParameterVector v = information.Times(g);
        V alpha = q / (V.One + (q * v.Dot(g)));
        information.AddSquare(-alpha, v);
        if (TModel.HasHits)
        {
            y.Add(-alpha * g.Dot(y), v);
        }
    }

    /// <summary>The step from a stage that knows matrix, vector, kick and variance before it, for the adjoint.</summary>
    /// <param name="stage">The stage; its product and scale are set.</param>
    /// <param name="next">Gets the matrix and the vector behind the step.</param>
    public static void Apply<TModel>(ref KickStage stage, ref KickStage next)
        where TModel : struct, IFitModel
    {
        Prepare(ref stage);
        V alpha = stage.Variance * stage.Scale;
        next.Information = stage.Information;
        next.Information.AddSquare(-alpha, stage.Product);
        if (TModel.HasHits)
        {
            next.Vector = stage.Vector;
            next.Vector.Add(-alpha * stage.Kick.Dot(stage.Vector), stage.Product);
        }
    }

    /// <summary>Sets product and scale of the last stage, behind which nothing is asked for.</summary>
    public static void Prepare(ref KickStage stage)
    {
        stage.Product = stage.Information.Times(stage.Kick);
        stage.Scale = V.One / (V.One + (stage.Variance * stage.Product.Dot(stage.Kick)));
    }

    /// <summary>Its adjoint.</summary>
    /// <param name="stage">The stage before the step.</param>
    /// <param name="matrix">Gradient by the matrix behind the step; replaced by that before it.</param>
    /// <param name="vector">Gradient by the vector behind the step; replaced by that before it.</param>
    /// <param name="kick">Gradient by the kick.</param>
    /// <returns>Gradient by the variance.</returns>
    public static V Back<TModel>(
        in KickStage stage, ref ParameterMatrix matrix, ref ParameterVector vector, out ParameterVector kick)
        where TModel : struct, IFitModel
    {
        ref readonly ParameterVector g = ref stage.Kick;
        ref readonly ParameterVector v = ref stage.Product;
        V scale = stage.Scale, alpha = stage.Variance * scale;
        ParameterVector m = matrix.Times(v);
        V sigma = m.Dot(v), pull = V.Zero;
        if (TModel.HasHits)
        {
            V gamma = g.Dot(stage.Vector), beta = vector.Dot(v);
            sigma += beta * gamma;
            m.Add(gamma * 0.5, vector);
            pull = -alpha * beta;
            vector.Add(pull, g);
        }

        V square = sigma * alpha * alpha;
        kick = Scaled(stage.Information.Times(m), alpha * -2);
        kick.Add(square * 2, v);
        if (TModel.HasHits)
        {
            kick.Add(pull, stage.Vector);
        }

        ParameterVector product = Scaled(m, -alpha);
        product.Add(square * 0.5, g);
        matrix.AddProduct(product, g);
        return -sigma * scale * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ParameterVector Scaled(in ParameterVector a, V factor) =>
        new(a.P0 * factor, a.P1 * factor, a.P2 * factor, a.P3 * factor, a.P4 * factor);
}
