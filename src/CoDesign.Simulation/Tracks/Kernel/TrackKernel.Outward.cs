using System.Runtime.Intrinsics;
using CoDesign.Detectors.Trackers;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <content>The pass outwards: crossings, scattering, energy, sampled hits.</content>
internal sealed partial class TrackKernel<TModel>
{
    // Of p^2, of a track that ends.
    private const double SmallestSquare = 0.25;

    // Likewise, over the square of its mass.
    private const double SlowestSquare = MeanLoss.SlowestBetaGamma * MeanLoss.SlowestBetaGamma;

    private (HitCount U, HitCount V) Outward(in Helix helix, int first, FitScratch scratch)
    {
        Draw(first, scratch);
        V energy = helix.Energy, alive = helix.Starts;
        HitCount hitsU = new(_separation), hitsV = new(_separation);
        V leastSquare = Vector256.Max(
            SquaredMomentum(energy) * SmallestSquare, Vector256.Create(SlowestSquare * setup.Lanes.MassSquared));
        ParameterVector kicked = default;
        for (int j = 0; j < layers.Count; j++)
        {
            ref LayerState state = ref scratch.Layers[j];
            V distance = Vector256.Create(layers.Position[j]) - helix.VertexZ;
            V ahead = Vector256.GreaterThanOrEqual(distance, V.Zero), square = SquaredMomentum(energy);
            alive &= ~ahead | Reaches(distance, helix);
            alive &= Vector256.GreaterThanOrEqual(square, leastSquare);
            V crossed = alive & ahead;
            state.Crossing = Cross(new Wide(distance & crossed), new Wide(helix.Curvature), helix);
            crossed &= Inside(j, distance, helix, state.Crossing);
            V seen = setup.Efficiency is null ? crossed : crossed & Vector256.LessThanOrEqual(
                scratch.Uniform(j), Vector256.Create(setup.Efficiency[j]));
            state.Crossed = V.One & crossed;
            state.Seen = V.One & seen;
            state.Energy = energy;
            state.SharpnessU = setup.ClustersU?.Sharpness(j, scratch.Shape(j, 0)) ?? V.One;
            state.SharpnessV = setup.ClustersV?.Sharpness(j, scratch.Shape(j, 1)) ?? V.One;
            hitsU.Add(layers.WeightU[j] > 0 ? state.Seen : V.Zero, layers.Position[j]);
            hitsV.Add(layers.WeightV[j] > 0 ? state.Seen : V.Zero, layers.Position[j]);
            Scatter(j, helix, ref state);
            if (TModel.HasHits)
            {
                state.Kicked = kicked;
                AddKicks(j, helix, state, scratch, ref kicked);
            }

            energy -= state.Crossed * helix.Loss * Path(state, helix) * layers.IonisationLoss[j];
        }

        return (hitsU, hitsV);
    }

    private void Draw(int first, FitScratch scratch)
    {
        if (TModel.HasHits)
        {
            scratch.DrawHits(setup.Streams, setup.First + first);
        }

        if (setup.Efficiency is not null)
        {
            scratch.DrawLosses(setup.Streams, setup.First + first);
        }

        if (setup.ClustersU is not null || setup.ClustersV is not null)
        {
            scratch.DrawShapes(setup.Streams, setup.First + first);
        }
    }

    private V SquaredMomentum(V energy) => (energy * energy) - Vector256.Create(setup.Lanes.MassSquared);

    private V Reaches(V distance, in Helix helix)
    {
        V turn = helix.Curvature * distance;
        V sine = setup.Shape == TrackerShape.Barrel ? turn * 0.5 : helix.Sine - turn;
        return Vector256.LessThan(Vector256.Abs(sine), Vector256.Create(TrackLanes.SteepestSine));
    }

    // Along a barrel's surface there is no edge in r-phi.
    private V Inside(int j, V distance, in Helix helix, in Crossing<Wide> crossing)
    {
        V v = helix.VertexV + (helix.Dip * crossing.Arc.Value);
        V inside = Vector256.LessThanOrEqual(Vector256.Abs(v), Vector256.Create(setup.HalfExtentV[j]));
        if (setup.Shape == TrackerShape.Barrel)
        {
            return inside;
        }

        // The chord of planes makes m with the normal, tan(m) = (sin chi0 + sin chi)/(cos chi0 + cos chi).
        V sine = helix.Sine - (helix.Curvature * distance);
        V cosine = Vector256.Sqrt(Vector256.Max(V.One - (sine * sine), V.Zero));
        V u = helix.VertexU + (distance * (helix.Sine + sine) / (helix.Cosine + cosine));
        return inside & Vector256.LessThanOrEqual(Vector256.Abs(u), Vector256.Create(setup.HalfExtentU[j]));
    }

    // Path in a layer over its thickness.
    private static V Path(in LayerState state, in Helix helix) => state.Crossing.Slant.Value * helix.Norm;

    private Highland Angle(int j, in Helix helix, in LayerState state)
    {
        V square = Vector256.ConditionalSelect(
            Vector256.GreaterThan(state.Crossed, V.Zero), SquaredMomentum(state.Energy), V.One);
        return Highland.At(Path(state, helix) * layers.RadiationLengths[j], state.Energy, square);
    }

    private void Scatter(int j, in Helix helix, ref LayerState state)
    {
        (state.AngleVariance, state.DisplacementVariance) = (V.Zero, V.Zero);
        if (layers.RadiationLengths[j] > 0)
        {
            V length = Path(state, helix) * layers.Thickness[j];
            state.AngleVariance = state.Crossed * Angle(j, helix, state).Variance;
            state.DisplacementVariance = state.AngleVariance * length * length * (1.0 / 12);
        }
    }

    private void AddKicks(
        int j, in Helix helix, in LayerState state, FitScratch scratch, ref ParameterVector kicked)
    {
        for (int k = 0; k < Kicks(j); k++)
        {
            V width = Vector256.Sqrt(k < 2 ? state.AngleVariance : state.DisplacementVariance);
            kicked.Add(width * scratch.Kick(j, k), CrossingVectors.Kick(k, state.Crossing, helix));
        }
    }
}
