using System.Runtime.Intrinsics;
using CoDesign.Detectors.Trackers;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Fits of tracks in a layout by a filter from the outermost layer inwards, and the gradient of their squared
/// errors.</summary>
/// <remarks>
/// <para>
/// The parameters at the vertex are the state everywhere, so nothing is transported: a kick of variance q acts as the
/// vector g (<see cref="CrossingVectors"/>) and takes information (<see cref="KickFilter"/>), a measurement of weight w
/// adds w h h'. The result is the weighted least-squares fit with the full covariance of all hits. A layer measures in
/// its middle, so its own kicks move only the layers behind it. Its material is two kicks at its middle in each of the
/// two directions: an angle of variance theta0^2 and a displacement of variance theta0^2 l^2/12 on a path l, which are
/// independent there (PDG, Review of Particle Physics 2022, section 34.3).
/// </para>
/// <para>
/// Four passes over the layers for four tracks at a time: outward (crossings, energy, sampled hits), inward (filter),
/// and for the gradient outward through the adjoint filter and inward through kicks, energy and crossings. The energy
/// falls by the mean loss in each layer; a track ends where its momentum has halved or is below a tenth of its mass, or
/// where it meets a surface at more than 78 degrees.
/// </para>
/// </remarks>
internal sealed partial class TrackKernel<TModel>(LayerValues layers, FitSetup setup)
    where TModel : struct, IFitModel
{
    private readonly double _separation = FitPlaces.Separation(layers.Position);

    /// <summary>Numbers in the gradient: six per layer, in the order of <see cref="LayerValues"/>, and the
    /// field.</summary>
    public int GradientLength => ((LayerValues.Inputs - 1) * layers.Count) + 1;

    /// <summary>Fits the tracks from one number to another, the first a multiple of four.</summary>
    /// <param name="from">First track.</param>
    /// <param name="to">Track behind the last.</param>
    /// <param name="squared">Result: squared errors, [tracks, 5].</param>
    /// <param name="fitted">Result: which tracks have a fit, [tracks].</param>
    public void Forward(int from, int to, double[] squared, bool[] fitted)
    {
        using var scratch = new FitScratch(layers.Count);
        for (int first = from; first < to; first += V.Count)
        {
            Helix helix = setup.Lanes.At(first, layers.Field);
            (HitCount hitsU, HitCount hitsV) = Outward(helix, first, scratch);
            Inward(helix, scratch, out ParameterMatrix information, out ParameterVector vector);
            V good = FitSolution.Invert(ref information, setup, Enough(hitsU, hitsV), out ParameterMatrix covariance);
            ParameterVector result = Squared(covariance, vector);
            for (int lane = 0; lane < V.Count && first + lane < to; lane++)
            {
                int track = first + lane;
                setup.HitsU[track] = (int)hitsU.Hits[lane];
                setup.HitsV[track] = (int)hitsV.Hits[lane];
                fitted[track] = double.IsNaN(good[lane]); // a mask of all bits is a NaN
                Span<double> row = squared.AsSpan(track * 5, 5);
                (row[0], row[1], row[2]) = (result.P0[lane], result.P1[lane], result.P2[lane]);
                (row[3], row[4]) = (result.P3[lane], result.P4[lane]);
            }
        }
    }

    /// <summary>Adds the gradient of the tracks from one number to another.</summary>
    /// <param name="from">First track, a multiple of four.</param>
    /// <param name="to">Track behind the last.</param>
    /// <param name="gradient">Gradient by the squared errors, [padded tracks, 5]; zero where there is no fit.</param>
    /// <param name="sum">Result: gradient by the inputs, <see cref="GradientLength"/> numbers.</param>
    public void Backward(int from, int to, double[] gradient, Span<double> sum)
    {
        using var scratch = new FitScratch(layers.Count);
        for (int first = from; first < to; first += V.Count)
        {
            Helix helix = setup.Lanes.At(first, layers.Field);
            (HitCount hitsU, HitCount hitsV) = Outward(helix, first, scratch);
            Inward(helix, scratch, out ParameterMatrix information, out ParameterVector vector);
            FitSolution.Invert(ref information, setup, Enough(hitsU, hitsV), out ParameterMatrix covariance);
            BackSquared(covariance, vector, Columns(gradient, first), out ParameterMatrix matrixBar, out var vectorBar);
            BackInward(helix, scratch, ref matrixBar, ref vectorBar, sum);
            BackOutward(helix, scratch, sum);
        }
    }

    private V Enough(in HitCount hitsU, in HitCount hitsV)
    {
        V needU = Vector256.Create(setup.FitsU ? setup.NeededU : 0.0);
        V needV = Vector256.Create(setup.FitsV ? FitPlaces.NeededV : 0.0);
        V enough = Vector256.GreaterThanOrEqual(hitsU.Places, needU)
            & Vector256.GreaterThanOrEqual(hitsV.Places, needV);
        return setup.FitsU || setup.FitsV ? enough : V.Zero;
    }

    private static ParameterVector Squared(in ParameterMatrix covariance, in ParameterVector vector)
    {
        if (!TModel.HasHits)
        {
            return new(covariance.M00, covariance.M11, covariance.M22, covariance.M33, covariance.M44);
        }

        ParameterVector e = covariance.Times(vector);
        return new(e.P0 * e.P0, e.P1 * e.P1, e.P2 * e.P2, e.P3 * e.P3, e.P4 * e.P4);
    }

    // d(C) = -C dL C, and the error is C y.
    private static void BackSquared(
        in ParameterMatrix c, in ParameterVector vector, in ParameterVector bar, out ParameterMatrix matrixBar,
        out ParameterVector vectorBar)
    {
        matrixBar = default;
        vectorBar = default;
        if (TModel.HasHits)
        {
            ParameterVector e = c.Times(vector);
            vectorBar = c.Times(new(
                bar.P0 * e.P0 * 2, bar.P1 * e.P1 * 2, bar.P2 * e.P2 * 2, bar.P3 * e.P3 * 2, bar.P4 * e.P4 * 2));
            ParameterVector half = default;
            half.Add(Vector256.Create(-0.5), vectorBar);
            matrixBar.AddProduct(half, e);
            return;
        }

        matrixBar.AddSquare(-bar.P0, new(c.M00, c.M01, c.M02, c.M03, c.M04));
        matrixBar.AddSquare(-bar.P1, new(c.M01, c.M11, c.M12, c.M13, c.M14));
        matrixBar.AddSquare(-bar.P2, new(c.M02, c.M12, c.M22, c.M23, c.M24));
        matrixBar.AddSquare(-bar.P3, new(c.M03, c.M13, c.M23, c.M33, c.M34));
        matrixBar.AddSquare(-bar.P4, new(c.M04, c.M14, c.M24, c.M34, c.M44));
    }

    private static ParameterVector Columns(double[] rows, int first)
    {
        int at = first * 5;
        return new(Column(0), Column(1), Column(2), Column(3), Column(4));

        V Column(int i) => Vector256.Create(rows[at + i], rows[at + 5 + i], rows[at + 10 + i], rows[at + 15 + i]);
    }

    private Crossing<T> Cross<T>(T position, T curvature, in Helix helix)
        where T : struct, IWide<T> =>
        setup.Shape == TrackerShape.Barrel
            ? Crossing<T>.Barrel(position, curvature)
            : Crossing<T>.Plane(position, curvature, helix.Sine, helix.Cosine);

    private int Kicks(int layer) =>
        layers.RadiationLengths[layer] > 0 ? layers.Thickness[layer] > 0 ? 4 : 2 : 0;
}
