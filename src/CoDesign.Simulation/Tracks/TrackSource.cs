using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.Tracks;

/// <summary>Where tracks come from: particle, momentum, direction and vertex.</summary>
/// <remarks>Lists are nested: the momenta in turn, then the directions, then the charges, so that every combination
/// occurs.</remarks>
public sealed record TrackSource
{
    /// <summary>Planes or barrel.</summary>
    public required TrackerShape Shape { get; init; }

    /// <summary>Gaussian widths of the vertex around the origin.</summary>
    public required BeamSpot BeamSpot { get; init; }

    /// <summary>The particles in turn: one, or both charges of the same kind.</summary>
    public required IReadOnlyList<Particle> Particles
    {
        get;
        init
        {
            if (value.Count == 0 || value.Any(p => Math.Abs(p.Charge) != 1 || p.Mass != value[0].Mass))
            {
                throw new ArgumentException("tracks need particles of one mass and unit charge", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Distribution of the momentum [MeV].</summary>
    public required EnergySpectrum Momentum { get; init; }

    /// <summary>Which momentum that is.</summary>
    public MomentumKind MomentumKind { get; init; } = MomentumKind.Transverse;

    /// <summary>Distribution of the angle to the beam axis.</summary>
    public required PolarSpectrum Polar { get; init; }

    /// <summary>Azimuth around the beam axis, from x towards y [rad]; null if it is uniform in the full
    /// circle.</summary>
    public double? Azimuth { get; init; }

    /// <summary>Tracks [first, first + count) of a stream.</summary>
    /// <param name="streams">Random streams of the run part.</param>
    /// <param name="first">Number of the first track.</param>
    /// <param name="count">How many.</param>
    public TrackBatch Generate(EventStreams streams, long first, int count)
    {
        const int PerTrack = 3;
        var random = new double[count * PerTrack];
        streams.Uniforms(first, count, PerTrack, RandomPurpose.Primary, random);
        var vertex = new double[count * 3];
        streams.Normals(first, count, 3, RandomPurpose.Vertex, vertex);
        int momenta = Momentum.Kind == EnergySpectrum.Form.List ? Momentum.Energies.Count : 1;
        TrackBatch batch = Empty(streams, first, count);
        for (int t = 0; t < count; t++)
        {
            Span<double> u = random.AsSpan(t * PerTrack, PerTrack);
            long turn = first + t;
            double momentum = Momentum.Energy(turn, u[0]);
            double polar = Polar.At(turn / momenta, u[1]);
            Direct(batch, t, momentum, polar, Azimuth ?? (2 * Math.PI * u[2]));
            batch.Charge[t] = Particles[(int)(turn / momenta / Polar.Turns % Particles.Count)].Charge;
            batch.VertexX[t] = BeamSpot.X * vertex[3 * t];
            batch.VertexY[t] = BeamSpot.Y * vertex[(3 * t) + 1];
            batch.VertexZ[t] = BeamSpot.Z * vertex[(3 * t) + 2];
        }

        return batch;
    }

    private TrackBatch Empty(EventStreams streams, long first, int count) => new()
    {
        Shape = Shape,
        Streams = streams,
        First = first,
        Mass = Particles[0].Mass,
        Charge = new double[count],
        TransverseMomentum = new double[count],
        Dip = new double[count],
        Azimuth = new double[count],
        VertexX = new double[count],
        VertexY = new double[count],
        VertexZ = new double[count],
    };

    // The bending plane is x-y of a barrel and z-x of planes.
    private void Direct(TrackBatch batch, int t, double momentum, double polar, double azimuth)
    {
        (double sinPolar, double cosPolar) = Math.SinCos(polar);
        (double sin, double cos) = Math.SinCos(azimuth);
        double x = sinPolar * cos, y = sinPolar * sin;
        (double first, double second, double along) =
            Shape == TrackerShape.Barrel ? (x, y, cosPolar) : (cosPolar, x, y);
        double across = Math.Sqrt((first * first) + (second * second));
        batch.TransverseMomentum[t] = MomentumKind == MomentumKind.Transverse ? momentum : momentum * across;
        batch.Dip[t] = along / across;
        batch.Azimuth[t] = Math.Atan2(second, first);
    }
}
