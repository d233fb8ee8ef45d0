namespace CoDesign.Simulation.Readout;

/// <summary>Shares of the channels of each shower that lose signal at the end of a range, in event order.</summary>
/// <param name="Clipped">Share beyond the range of the ADC, [events] in [0, 1].</param>
/// <param name="Saturated">Share whose photo-detector loses more than <see cref="SaturationLoss"/> of its light, [events] in
/// [0, 1].</param>
public sealed record ChannelLosses(double[] Clipped, double[] Saturated)
{
    /// <summary>Share of the light that a saturated channel has lost.</summary>
    public const double SaturationLoss = 0.1;

    /// <summary>Batches one after the other.</summary>
    public static ChannelLosses Join(IEnumerable<ChannelLosses> parts)
    {
        ChannelLosses[] all = [.. parts];
        return new([.. all.SelectMany(p => p.Clipped)], [.. all.SelectMany(p => p.Saturated)]);
    }

    /// <summary>Share of the showers in which a channel is beyond the range of the ADC.</summary>
    public double ClippedShowers => Showers(Clipped);

    /// <summary>Share of the showers in which a channel saturates.</summary>
    public double SaturatedShowers => Showers(Saturated);

    private static double Showers(double[] shares) =>
        shares.Length == 0 ? 0 : (double)shares.Count(share => share > 0) / shares.Length;
}
