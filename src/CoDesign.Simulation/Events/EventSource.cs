using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.Events;

/// <summary>Where primaries come from: particle, energy, impact point on the front face and direction.</summary>
public sealed record EventSource
{
    /// <summary>The primary.</summary>
    public required ParticleKind Particle { get; init; }

    /// <summary>Energy distribution.</summary>
    public required EnergySpectrum Energy { get; init; }

    /// <summary>Half-width of the impact region as a fraction of a cell's side: 0.5 covers the central cell, 0 hits its
    /// centre. In [0, 0.5].</summary>
    public double ImpactHalfWidth { get; init; } = 0.5;

    /// <summary>Largest polar angle of incidence [rad], in [0, 0.5]; the direction is flat in solid angle below
    /// it.</summary>
    public double MaximumAngle { get; init; }

    /// <summary>Primaries to calibrate with. A spectrum of a few energies is widened by a factor of two to either
    /// side: a fit to events of one energy would learn that energy and not how signals grow with it.</summary>
    public EventSource Calibration => Energy.Kind != EnergySpectrum.Form.List
        ? this : this with { Energy = EnergySpectrum.LogUniform(Energy.Minimum / 2, Energy.Maximum * 2) };

    /// <summary>Events [first, first + count) of a stream.</summary>
    /// <param name="streams">Random streams of the run part.</param>
    /// <param name="first">Number of the first event.</param>
    /// <param name="count">How many.</param>
    public EventBatch Generate(EventStreams streams, long first, int count)
    {
        const int PerEvent = 5;
        var random = new double[count * PerEvent];
        streams.Uniforms(first, count, PerEvent, RandomPurpose.Primary, random);
        var (energy, x, y) = (new double[count], new double[count], new double[count]);
        var (slopeX, slopeY, slant) = (new double[count], new double[count], new double[count]);
        double cosMinimum = Math.Cos(MaximumAngle);
        for (int e = 0; e < count; e++)
        {
            Span<double> u = random.AsSpan(e * PerEvent, PerEvent);
            energy[e] = Energy.Energy(first + e, u[0]);
            x[e] = ((2 * u[1]) - 1) * ImpactHalfWidth;
            y[e] = ((2 * u[2]) - 1) * ImpactHalfWidth;
            double cos = 1 - (u[3] * (1 - cosMinimum));
            double tan = Math.Sqrt((1 - cos) * (1 + cos)) / cos;
            (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * u[4]);
            (slopeX[e], slopeY[e], slant[e]) = (tan * cosPhi, tan * sinPhi, 1 / cos);
        }

        return new EventBatch
        {
            Particle = Particle,
            Streams = streams,
            First = first,
            Energy = energy,
            ImpactX = x,
            ImpactY = y,
            SlopeX = slopeX,
            SlopeY = slopeY,
            Slant = slant,
        };
    }
}
