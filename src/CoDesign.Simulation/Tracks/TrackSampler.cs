using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Scattering;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.Tracks;

/// <summary>Follows tracks outward on the exact helix, with multiple scattering and mean energy loss.</summary>
/// <remarks>
/// A layer acts in its middle, after the place where it measures. A path length l there scatters in each of two
/// projections by an angle of width theta0 (Highland, of the oblique path) and an independent displacement of width
/// theta0 l/sqrt(12): behind the layer they are l theta0/sqrt(3) wide and correlated by sqrt(3)/2, as they should be
/// (PDG, Review of Particle Physics 2022, section 34.3). The loss is its mean. A track ends where it no longer goes
/// outward, has lost half of its momentum or has a momentum below a tenth of its mass.
/// </remarks>
/// <param name="surfaces">The layers.</param>
/// <param name="mass">Mass of the particles [MeV], positive.</param>
public sealed class TrackSampler(TrackerSurfaces surfaces, double mass)
{
    /// <summary>The helix of a track at its vertex.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="track">Number in the batch.</param>
    public Helix Start(TrackBatch tracks, int track)
    {
        (double x, double y, double z) = (tracks.VertexX[track], tracks.VertexY[track], tracks.VertexZ[track]);
        (double first, double second, double along) =
            surfaces.Shape == TrackerShape.Barrel ? (x, y, z) : (z, x, y);
        double curvature = Turn(tracks.Charge[track]) / tracks.TransverseMomentum[track];
        return new Helix(first, second, along, tracks.Azimuth[track], curvature, tracks.Dip[track]);
    }

    /// <summary>The way of a track with mean energy loss and without scattering.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="track">Number in the batch.</param>
    /// <param name="path">Result.</param>
    public void Follow(TrackBatch tracks, int track, TrackPath path)
    {
        var unused = default(TransportRandom);
        Walk(Start(tracks, track), tracks.Momentum(track), tracks.Charge[track], scale: 0, ref unused, path);
    }

    /// <summary>The way of a track that scatters.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="track">Number in the batch.</param>
    /// <param name="random">The track's random numbers.</param>
    /// <param name="path">Result.</param>
    public void Sample(TrackBatch tracks, int track, ref TransportRandom random, TrackPath path) =>
        Walk(Start(tracks, track), tracks.Momentum(track), tracks.Charge[track], scale: 1, ref random, path);

    // Kicks are normal numbers times the scale, 0 or 1.
    private void Walk(
        in Helix start, double momentum, double charge, double scale, ref TransportRandom random, TrackPath path)
    {
        (path.Start, path.Crossed) = (start, 0);
        Helix now = start;
        double least = Math.Max(momentum / 2, MeanLoss.SlowestBetaGamma * mass);
        for (int i = 0; i < surfaces.Count && momentum >= least; i++)
        {
            if (StartsBehind(start, surfaces.Position[i]))
            {
                Pass(i, now, momentum, path);
                continue;
            }

            if (!now.TryCross(surfaces.Shape, surfaces.Position[i], out Helix at, out path.Arc[i]))
            {
                return;
            }

            Cross(i, at, momentum, path);
            now = at;
            if (scale > 0 && path.ScatteringAngle[i] > 0)
            {
                double length = surfaces.Thickness[i] * path.Obliquity[i];
                now = Scattered(at, scale * path.ScatteringAngle[i], length, ref random);
            }

            momentum = path.MomentumBehind[i];
            now = now with
            {
                Curvature = Turn(charge) * Math.Sqrt(1 + (now.Dip * now.Dip)) / Math.Max(momentum, double.Epsilon),
            };
            path.Crossed = i + 1;
        }
    }

    private bool StartsBehind(in Helix start, double position) =>
        (surfaces.Shape == TrackerShape.Barrel ? start.Radius : start.First) > position;

    // A layer that the track does not cross, as it begins behind it.
    private static void Pass(int i, in Helix at, double momentum, TrackPath path)
    {
        (path.At[i], path.Arc[i], path.U[i], path.V[i]) = (at, 0, 0, 0);
        (path.Inside[i], path.Obliquity[i], path.ScatteringAngle[i]) = (false, 0, 0);
        path.Momentum[i] = path.MomentumBehind[i] = momentum;
        path.Crossed = i + 1;
    }

    // Curvature times transverse momentum [MeV/mm].
    private double Turn(double charge) => charge * PhysicalConstants.SpeedOfLight * surfaces.Field;

    private void Cross(int i, in Helix at, double momentum, TrackPath path)
    {
        bool barrel = surfaces.Shape == TrackerShape.Barrel;
        path.At[i] = at;
        path.U[i] = barrel ? surfaces.Position[i] * Math.Atan2(at.Second, at.First) : at.Second;
        path.V[i] = at.Along;
        path.Inside[i] = Math.Abs(path.U[i]) <= surfaces.HalfExtentU[i] &&
            Math.Abs(path.V[i]) <= surfaces.HalfExtentV[i];
        double cosine = Helix.CosineToNormal(surfaces.Shape, at);
        double obliquity = path.Inside[i] ? Math.Sqrt(1 + (at.Dip * at.Dip)) / cosine : 0;
        double energy = Math.Sqrt((momentum * momentum) + (mass * mass));
        path.Obliquity[i] = obliquity;
        path.Momentum[i] = momentum;
        path.ScatteringAngle[i] = MultipleScattering.HighlandAngle(
            momentum, momentum / energy, surfaces.RadiationLengths[i] * obliquity);
        path.MomentumBehind[i] = Behind(momentum, energy, surfaces.IonisationLoss[i] * obliquity);
    }

    private double Behind(double momentum, double energy, double minimumLoss)
    {
        if (minimumLoss <= 0)
        {
            return momentum;
        }

        double left = energy - (minimumLoss * MeanLoss.Relative(momentum, mass));
        return left > mass ? Math.Sqrt((left - mass) * (left + mass)) : 0;
    }

    // Projected angles and displacements along two unit vectors across the direction: one in the bending plane, one
    // not.
    private static Helix Scattered(in Helix at, double theta0, double length, ref TransportRandom random)
    {
        double first = Math.Tan(theta0 * random.Normal()), second = Math.Tan(theta0 * random.Normal());
        double width = theta0 * length / Math.Sqrt(12);
        double moveFirst = width * random.Normal(), moveSecond = width * random.Normal();
        (double sin, double cos) = Math.SinCos(at.Azimuth);
        double cosDip = 1 / Math.Sqrt(1 + (at.Dip * at.Dip)), sinDip = at.Dip * cosDip;

        // In the frame of tangent, normal and axis; the second vector is (-sinDip, 0, cosDip).
        double tangent = cosDip - (second * sinDip), normal = first, axis = sinDip + (second * cosDip);
        double moveTangent = -moveSecond * sinDip;
        return at with
        {
            First = at.First + (moveTangent * cos) - (moveFirst * sin),
            Second = at.Second + (moveTangent * sin) + (moveFirst * cos),
            Along = at.Along + (moveSecond * cosDip),
            Azimuth = at.Azimuth + Math.Atan2(normal, tangent),
            Dip = axis / Math.Sqrt((tangent * tangent) + (normal * normal)),
        };
    }
}
