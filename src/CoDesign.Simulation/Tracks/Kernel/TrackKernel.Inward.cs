using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <content>The pass inwards: the filter; and its adjoint.</content>
internal sealed partial class TrackKernel<TModel>
{
    private bool FitsU(int j) => setup.FitsU && layers.WeightU[j] > 0;

    private bool FitsV(int j) => setup.FitsV && layers.WeightV[j] > 0;

    private void Inward(
        in Helix helix, FitScratch scratch, out ParameterMatrix information, out ParameterVector vector)
    {
        information = default;
        vector = default;
        for (int j = layers.Count - 1; j >= 0; j--)
        {
            ref LayerState state = ref scratch.Layers[j];
            state.Information = information;
            state.Vector = vector;
            for (int k = 0; k < Kicks(j); k++)
            {
                ParameterVector g = CrossingVectors.Kick(k, state.Crossing, helix);
                KickFilter.Apply<TModel>(
                    ref information, ref vector, g, k < 2 ? state.AngleVariance : state.DisplacementVariance);
            }

            if (FitsU(j))
            {
                ParameterVector h = CrossingVectors.MeasurementU(state.Crossing);
                Add(h, layers.WeightU[j], scratch.ErrorOf<TModel>(j, 0), state.SharpnessU, state, ref information, ref vector);
            }

            if (FitsV(j))
            {
                ParameterVector h = CrossingVectors.MeasurementV(state.Crossing, helix);
                Add(h, layers.WeightV[j], scratch.ErrorOf<TModel>(j, 1), state.SharpnessV, state, ref information, ref vector);
            }
        }
    }

    private static void Add(
        in ParameterVector h, double weight, V error, V sharpness, in LayerState state,
        ref ParameterMatrix information, ref ParameterVector vector)
    {
        V w = state.Seen * sharpness * weight;
        information.AddSquare(w, h);
        if (TModel.HasHits)
        {
            vector.Add(Weighted(h, weight, error, sharpness, state), h);
        }
    }

    // The hit, as a deviation from the undisturbed track, times its weight.
    private static V Weighted(in ParameterVector h, double weight, V error, V sharpness, in LayerState state)
    {
        V w = sharpness * weight;
        return state.Seen * ((h.Dot(state.Kicked) * w) + (error * Vector256.Sqrt(w)));
    }

    private void BackInward(
        in Helix helix, FitScratch scratch, ref ParameterMatrix matrix, ref ParameterVector vector, Span<double> sum)
    {
        int n = layers.Count;
        for (int j = 0; j < n; j++)
        {
            ref LayerState state = ref scratch.Layers[j];
            state.Adjoint = default;
            if (FitsV(j))
            {
                ParameterVector h = CrossingVectors.MeasurementV(state.Crossing, helix);
                V error = scratch.ErrorOf<TModel>(j, 1);
                sum[(2 * n) + j] += BackAdd(
                    h, layers.WeightV[j], error, state.SharpnessV, state, matrix, vector, out ParameterVector bar,
                    out state.HitBarV);
                CrossingVectors.BackV(bar, helix, ref state.Adjoint);
            }

            if (FitsU(j))
            {
                ParameterVector h = CrossingVectors.MeasurementU(state.Crossing);
                V error = scratch.ErrorOf<TModel>(j, 0);
                sum[n + j] += BackAdd(
                    h, layers.WeightU[j], error, state.SharpnessU, state, matrix, vector, out ParameterVector bar,
                    out state.HitBarU);
                CrossingVectors.BackU(bar, state.Crossing, ref state.Adjoint);
            }

            BackKicks(j, helix, scratch, ref state, ref matrix, ref vector);
        }
    }

    // Gradient by the weight, summed over the tracks; by the row h, without what comes through the kicks; by h.kicked.
    private static double BackAdd(
        in ParameterVector h, double weight, V error, V sharpness, in LayerState state, in ParameterMatrix matrix,
        in ParameterVector vector, out ParameterVector bar, out V hitBar)
    {
        ParameterVector product = matrix.Times(h);
        V w = state.Seen * sharpness * weight, weightBar = h.Dot(product);
        bar = default;
        bar.Add(w * 2, product);
        hitBar = V.Zero;
        if (TModel.HasHits)
        {
            V pull = h.Dot(vector);
            hitBar = pull * w;
            bar.Add(Weighted(h, weight, error, sharpness, state), vector);
            bar.Add(hitBar, state.Kicked);
            weightBar += pull * (h.Dot(state.Kicked) + (error * 0.5 / Vector256.Sqrt(sharpness * weight)));
        }

        return Vector256.Sum(state.Seen * sharpness * weightBar);
    }

    private void BackKicks(
        int j, in Helix helix, FitScratch scratch, ref LayerState state, ref ParameterMatrix matrix,
        ref ParameterVector vector)
    {
        (state.AngleBar, state.DisplacementBar) = (V.Zero, V.Zero);
        int kicks = Kicks(j);
        Span<KickStage> stages = scratch.Stages;
        stages[0].Information = state.Information;
        stages[0].Vector = state.Vector;
        for (int k = 0; k < kicks; k++)
        {
            ref KickStage stage = ref stages[k];
            stage.Kick = CrossingVectors.Kick(k, state.Crossing, helix);
            stage.Variance = k < 2 ? state.AngleVariance : state.DisplacementVariance;
            if (k + 1 < kicks)
            {
                KickFilter.Apply<TModel>(ref stage, ref stages[k + 1]);
            }
            else
            {
                KickFilter.Prepare(ref stage);
            }
        }

        for (int k = kicks - 1; k >= 0; k--)
        {
            V bar = KickFilter.Back<TModel>(stages[k], ref matrix, ref vector, out ParameterVector kickBar);
            (k < 2 ? ref state.AngleBar : ref state.DisplacementBar) += bar;
            CrossingVectors.BackKick(k, kickBar, state.Crossing, helix, ref state.Adjoint);
        }
    }
}
