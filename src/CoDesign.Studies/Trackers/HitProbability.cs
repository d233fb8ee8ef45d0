using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Trackers;

/// <summary>The chance of a track to leave enough hits.</summary>
/// <remarks>
/// In the smooth form each layer has a hit with probability efficiency times the share of the track inside its edges; an
/// edge is washed out by the logistic function whose width is that of the beam spot along z, at least 1 % of the half
/// extent. The number of hits of independent layers has the Poisson-binomial distribution, built up layer by layer.
/// </remarks>
internal static class HitProbability
{
    private const double LeastEdge = 0.01;

    // The models of tracks follow them to this sine of the angle to a surface's normal.
    private const double Steepest = 0.98;

    /// <summary>Probability of fewer hits than asked for, [tracks], float64.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="minimumHits">Least number of hits, 1 or more.</param>
    public static Tensor Missing(MeasuredTracks tracks, int minimumHits) =>
        tracks.Acceptance == TrackAcceptance.Smooth ? Smooth(tracks, minimumHits) : Counted(tracks.Errors, minimumHits);

    private static Tensor Counted(TrackErrors errors, int minimumHits) => tensor(
        [.. errors.HitsU.Zip(errors.HitsV, (u, v) => Math.Max(u, v) < minimumHits ? 1.0 : 0)], ScalarType.Float64);

    private static Tensor Smooth(MeasuredTracks measured, int minimumHits)
    {
        TrackerLayout layout = measured.Layout;
        Tensor[] few = [ones(measured.Tracks.Count, ScalarType.Float64)];
        for (int i = 0; i < layout.Count; i++)
        {
            if (!layout.MeasuresU[i] && !layout.MeasuresV[i])
            {
                continue;
            }

            Tensor hit = layout.Efficiency.select(0, i) * Inside(layout, measured.Tracks, i), miss = 1 - hit;
            // few[k]: probability of k hits so far, k below the least number.
            List<Tensor> next = [few[0] * miss];
            for (int k = 1; k < Math.Min(few.Length + 1, minimumHits); k++)
            {
                next.Add(k < few.Length ? (few[k] * miss) + (few[k - 1] * hit) : few[k - 1] * hit);
            }

            few = [.. next];
        }

        return few.Aggregate((a, b) => a + b);
    }

    // Share of each track inside the edges of a layer, [tracks].
    private static Tensor Inside(TrackerLayout layout, TrackBatch tracks, int layer)
    {
        Tensor position = layout.Position.select(0, layer);
        Tensor dip = Column(tracks.Dip), azimuth = Column(tracks.Azimuth);
        Tensor curvature = layout.Field * PhysicalConstants.SpeedOfLight
            * Column([.. tracks.Charge.Zip(tracks.TransverseMomentum, (q, p) => q / p)]);
        Tensor inside = ones(tracks.Count, ScalarType.Float64);
        if (layout.Shape == TrackerShape.Barrel)
        {
            Tensor x = curvature * position / 2, bounded = x.clamp(-Steepest, Steepest);
            // asin(x) by x: the series to x^8, and one term for the rest of it, to 0.5 % up to the steepest crossing.
            Tensor square = bounded.square();
            Tensor along = Column(tracks.VertexZ) + (dip * position * (1 + (square / 6) + (0.075 * square.pow(2))
                + (15.0 / 336 * square.pow(3)) + (105.0 / 3456 * square.pow(4)) + (0.144 * square.pow(8))));
            return inside * Reaches(x) * Within(along, layout.HalfExtentV.select(0, layer), layout.BeamSpot.Z);
        }

        Tensor length = position - Column(tracks.VertexZ);
        Tensor sine = azimuth.sin() - (curvature * length / 2);
        inside = inside * Reaches(azimuth.sin() - (curvature * length));
        Tensor chord = length / (1 - sine.square()).clamp_min(1e-4).sqrt();
        Tensor u = Column(tracks.VertexX) + (chord * sine), v = Column(tracks.VertexY) + (dip * chord);
        return inside * Within(u, layout.HalfExtentU.select(0, layer), layout.BeamSpot.X)
            * Within(v, layout.HalfExtentV.select(0, layer), layout.BeamSpot.Y);
    }

    // Tracks that curl before a layer do not reach it: washed out over 1 % of the sine.
    private static Tensor Reaches(Tensor sine) => ((Steepest - sine.abs()) / 0.01).sigmoid();

    private static Tensor Within(Tensor coordinate, Tensor half, double spot)
    {
        if (double.IsPositiveInfinity(half.ToDouble()))
        {
            return ones_like(coordinate);
        }

        // A logistic function has pi / sqrt(3) times its scale as standard deviation.
        double width = Math.Max(spot * Math.Sqrt(3) / Math.PI, LeastEdge * half.ToDouble());
        return ((half - coordinate.abs()) / width).sigmoid();
    }

    private static Tensor Column(double[] values) => tensor(values, dtype: ScalarType.Float64);
}
