using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <content>The adjoint of the pass outwards.</content>
internal sealed partial class TrackKernel<TModel>
{
    private void BackOutward(in Helix helix, FitScratch scratch, Span<double> sum)
    {
        int n = layers.Count;
        ParameterVector kickedBar = default;
        V energyBar = V.Zero, curvatureBar = V.Zero;
        for (int j = n - 1; j >= 0; j--)
        {
            ref LayerState state = ref scratch.Layers[j];
            if (TModel.HasHits)
            {
                BackKicked(j, helix, scratch, ref state, ref kickedBar);
            }

            BackMaterial(j, helix, ref state, ref energyBar, sum);
            V crossed = Vector256.GreaterThan(state.Crossed, V.Zero);
            V distance = (Vector256.Create(layers.Position[j]) - helix.VertexZ) & crossed;
            Crossing<WideDual> crossing =
                Cross(WideDual.Position(distance), WideDual.Curvature(helix.Curvature), helix);
            (V position, V curvature) = state.Adjoint.Contract(crossing);
            sum[j] += Vector256.Sum(position & crossed);
            curvatureBar += curvature & crossed;
        }

        sum[(LayerValues.Inputs - 1) * n] += Vector256.Sum(curvatureBar * helix.CurvaturePerField);
    }

    // Sampled kicks move all hits behind their layer.
    private void BackKicked(
        int j, in Helix helix, FitScratch scratch, ref LayerState state, ref ParameterVector kickedBar)
    {
        for (int k = 0; k < Kicks(j); k++)
        {
            V variance = k < 2 ? state.AngleVariance : state.DisplacementVariance, width = Vector256.Sqrt(variance);
            V number = scratch.Kick(j, k);
            ParameterVector bar = default;
            bar.Add(width * number, kickedBar);
            V slope = number * CrossingVectors.Kick(k, state.Crossing, helix).Dot(kickedBar) * 0.5 / width;
            (k < 2 ? ref state.AngleBar : ref state.DisplacementBar) +=
                slope & Vector256.GreaterThan(variance, V.Zero);
            CrossingVectors.BackKick(k, bar, state.Crossing, helix, ref state.Adjoint);
        }

        if (FitsU(j))
        {
            kickedBar.Add(state.HitBarU, CrossingVectors.MeasurementU(state.Crossing));
        }

        if (FitsV(j))
        {
            kickedBar.Add(state.HitBarV, CrossingVectors.MeasurementV(state.Crossing, helix));
        }
    }

    // energyBar: gradient by the energy behind the layer; replaced by that on arrival.
    private void BackMaterial(int j, in Helix helix, ref LayerState state, ref V energyBar, Span<double> sum)
    {
        int n = layers.Count;
        V path = Path(state, helix), lossBar = -(state.Crossed * helix.Loss * energyBar);
        sum[(5 * n) + j] += Vector256.Sum(lossBar * path);
        V pathBar = lossBar * layers.IonisationLoss[j];
        if (layers.RadiationLengths[j] > 0)
        {
            Highland angle = Angle(j, helix, state);
            V length = path * layers.Thickness[j], share = length * length * (1.0 / 12);
            V varianceBar = state.Crossed * (state.AngleBar + (state.DisplacementBar * share));
            V depthBar = varianceBar * angle.ByDepth;
            V lengthBar = state.Crossed * state.DisplacementBar * angle.Variance * length * (1.0 / 6);
            sum[(3 * n) + j] += Vector256.Sum(depthBar * path);
            sum[(4 * n) + j] += Vector256.Sum(lengthBar * path);
            pathBar += (depthBar * layers.RadiationLengths[j]) + (lengthBar * layers.Thickness[j]);
            energyBar += varianceBar * angle.ByEnergy;
        }

        state.Adjoint.Slant += pathBar * helix.Norm;
    }
}
