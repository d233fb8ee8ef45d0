using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.Events;

/// <summary>Primaries of a range of events, all arrays [events], and the streams their later randomness comes
/// from.</summary>
public sealed record EventBatch
{
    /// <summary>The primary.</summary>
    public required ParticleKind Particle { get; init; }

    /// <summary>Random streams of these events.</summary>
    public required EventStreams Streams { get; init; }

    /// <summary>Number of the first event in its stream.</summary>
    public required long First { get; init; }

    /// <summary>Energy of the primary [MeV].</summary>
    public required double[] Energy { get; init; }

    /// <summary>Impact on the front face, x from the centre of the central cell, in cell sides, in [-0.5,
    /// 0.5].</summary>
    public required double[] ImpactX { get; init; }

    /// <summary>Impact on the front face, y; as <see cref="ImpactX"/>.</summary>
    public required double[] ImpactY { get; init; }

    /// <summary>dx/dz of the direction.</summary>
    public required double[] SlopeX { get; init; }

    /// <summary>dy/dz of the direction.</summary>
    public required double[] SlopeY { get; init; }

    /// <summary>1 / cos of the polar angle, at least 1.</summary>
    public required double[] Slant { get; init; }

    /// <summary>How many events.</summary>
    public int Count => Energy.Length;

    /// <summary>Events [first, first + count) of the batch, with their own random numbers.</summary>
    /// <param name="first">First, counted in the batch.</param>
    /// <param name="count">How many.</param>
    public EventBatch Slice(int first, int count) => this with
    {
        First = First + first,
        Energy = Energy[first..(first + count)],
        ImpactX = ImpactX[first..(first + count)],
        ImpactY = ImpactY[first..(first + count)],
        SlopeX = SlopeX[first..(first + count)],
        SlopeY = SlopeY[first..(first + count)],
        Slant = Slant[first..(first + count)],
    };

    /// <summary>A batch that continues with events of the same streams.</summary>
    /// <param name="next">The events that follow by number.</param>
    /// <exception cref="ArgumentException">They do not follow.</exception>
    public EventBatch Followed(EventBatch next)
    {
        if (next.Streams.Seed != Streams.Seed || next.First != First + Count || next.Particle != Particle)
        {
            throw new ArgumentException("the events do not follow each other", nameof(next));
        }

        return this with
        {
            Energy = [.. Energy, .. next.Energy],
            ImpactX = [.. ImpactX, .. next.ImpactX],
            ImpactY = [.. ImpactY, .. next.ImpactY],
            SlopeX = [.. SlopeX, .. next.SlopeX],
            SlopeY = [.. SlopeY, .. next.SlopeY],
            Slant = [.. Slant, .. next.Slant],
        };
    }
}
