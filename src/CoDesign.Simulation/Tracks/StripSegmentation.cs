using CoDesign.Simulation.Random;
using MathNet.Numerics;

namespace CoDesign.Simulation.Tracks;

/// <summary>Electronics of one coordinate of a layer as it is: charge shared among strips, noise, a hard threshold,
/// whole ADC counts, clusters.</summary>
/// <remarks>
/// The charge is that of the mean loss, without its fluctuation, in a Gaussian cloud; a slanted track does not widen
/// it. A binary cluster stands at its centre. With an ADC, two strips give the place where a Gaussian cloud divides as
/// they share (the eta correction: Turchetta, Nucl. Instrum. Meth. A 335 (1993) 44), more give their centre of charge.
/// </remarks>
public sealed class StripSegmentation
{
    private const int MaximumStrips = 64;
    private const int Trials = 4096;
    private const int LargestSize = 4;

    // Below, in pitches, a cluster counts as perfect: a filter has digits for no more.
    private const double LeastError = 1e-4;

    // Cosines of incidence at which clusters are sampled: a slanted track leaves more charge, so that more strips fire.
    private static readonly double[] Cosines = [1, 0.85, 0.7, 0.55, 0.4, 0.25];

    private readonly double[][] _errors;

    /// <summary>Describes the strips and measures on sampled clusters how well clusters of each size do.</summary>
    /// <param name="pitch">Pitch [mm], positive; strip k reaches from k to k + 1 pitches.</param>
    /// <param name="chargeWidth">Width of the charge cloud, rms [mm], zero or more, at most five pitches.</param>
    /// <param name="chain">Signal and electronics of a strip.</param>
    public StripSegmentation(double pitch, double chargeWidth, StripChain chain)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pitch);
        ArgumentOutOfRangeException.ThrowIfNegative(chargeWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chargeWidth, 5 * pitch);
        (Pitch, ChargeWidth, Chain) = (pitch, chargeWidth, chain);
        _errors = new double[Cosines.Length][];
        for (int i = 0; i < Cosines.Length; i++)
        {
            _errors[i] = Calibrated(1 / Cosines[i], i > 0 ? _errors[i - 1] : null);
        }
    }

    /// <summary>Pitch [mm].</summary>
    public double Pitch { get; }

    /// <summary>Width of the charge cloud [mm].</summary>
    public double ChargeWidth { get; }

    /// <summary>Signal and electronics of a strip.</summary>
    public StripChain Chain { get; }

    /// <summary>Error of clusters of a size [mm]: rms over tracks of an incidence.</summary>
    /// <param name="strips">Strips, one or more.</param>
    /// <param name="obliquity">Path length over thickness, 1 or more.</param>
    public double Error(int strips, double obliquity)
    {
        int size = Math.Min(strips, LargestSize);
        double cosine = Math.Clamp(1 / obliquity, Cosines[^1], Cosines[0]);
        int after = Math.Max(1, Array.FindIndex(Cosines, c => c <= cosine));
        double part = (Cosines[after - 1] - cosine) / (Cosines[after - 1] - Cosines[after]);
        return ((1 - part) * _errors[after - 1][size]) + (part * _errors[after][size]);
    }

    /// <summary>Reads a crossing.</summary>
    /// <param name="position">Where the particle was [mm].</param>
    /// <param name="obliquity">Path length over thickness: the signal grows with it.</param>
    /// <param name="random">Random numbers.</param>
    /// <returns>The cluster around the strip with most charge.</returns>
    public StripCluster Read(double position, double obliquity, ref TransportRandom random)
    {
        Span<double> charge = stackalloc double[MaximumStrips];
        int reach = Math.Min((MaximumStrips / 2) - 1, 2 + (int)Math.Ceiling(5 * ChargeWidth / Pitch));
        int strips = (2 * reach) + 1;
        double first = Math.Floor(position / Pitch) - reach;
        double below = 0;
        int highest = 0;
        for (int k = 0; k < strips; k++)
        {
            double upTo = Fraction((first + k + 1) * Pitch, position);
            double analogue = (Chain.Signal * obliquity * (upTo - below)) + (Chain.Noise * random.Normal());
            charge[k] = analogue >= Chain.Threshold ? Chain.Digitised(analogue) : 0;
            below = upTo;
            highest = charge[k] > charge[highest] ? k : highest;
        }

        if (charge[highest] <= 0)
        {
            return new StripCluster(0, 0);
        }

        (int from, int to) = (highest, highest + 1);
        while (from > 0 && charge[from - 1] > 0)
        {
            from--;
        }

        while (to < strips && charge[to] > 0)
        {
            to++;
        }

        return new StripCluster((first * Pitch) + Place(charge[from..to], from), to - from);
    }

    // From the edge of the first strip that was read.
    private double Place(ReadOnlySpan<double> charge, int from)
    {
        double centre = (from + (charge.Length / 2.0)) * Pitch;
        if (!Chain.MeasuresCharge || charge.Length == 1)
        {
            return centre;
        }

        double sum = 0, moment = 0;
        for (int k = 0; k < charge.Length; k++)
        {
            sum += charge[k];
            moment += charge[k] * (from + k + 0.5);
        }

        if (charge.Length > 2)
        {
            return moment / sum * Pitch;
        }

        // Within half a pitch of the boundary: farther away the other strip would not have been hit.
        double deviate = Math.Sqrt(2) * SpecialFunctions.ErfInv((2 * charge[1] / sum) - 1);
        return centre + Math.Clamp(ChargeWidth * deviate, -Pitch / 2, Pitch / 2);
    }

    // Part of the cloud below a place.
    private double Fraction(double place, double position)
    {
        double z = place - position;
        if (Math.Abs(z) >= 8 * ChargeWidth)
        {
            return z > 0 ? 1 : 0;
        }

        return 0.5 * SpecialFunctions.Erfc(-z / (Math.Sqrt(2) * ChargeWidth));
    }

    // Sizes that hardly occur keep the error that they had, or are given that of a box of their width.
    private double[] Calibrated(double obliquity, double[]? known)
    {
        var squares = new double[LargestSize + 1];
        int[] count = new int[LargestSize + 1];
        var random = new TransportRandom(seed: 0, eventNumber: 0);
        for (int i = 0; i < Trials; i++)
        {
            double position = (i + 0.5) / Trials * Pitch;
            StripCluster cluster = Read(position, obliquity, ref random);
            int size = Math.Min(cluster.Strips, LargestSize);
            squares[size] += Math.Pow(cluster.Position - position, 2);
            count[size]++;
        }

        const int Enough = 30;
        return [.. squares.Select((s, n) => count[n] >= Enough
            ? Math.Max(LeastError * Pitch, Math.Sqrt(s / count[n]))
            : known?[n] ?? Math.Max(1, n) * Pitch / Math.Sqrt(12))];
    }
}
