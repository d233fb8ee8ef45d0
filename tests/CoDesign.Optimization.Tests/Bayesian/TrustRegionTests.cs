using CoDesign.Optimization.Bayesian;
using Xunit;

namespace CoDesign.Optimization.Tests.Bayesian;

public sealed class TrustRegionTests
{
    [Fact]
    public void Replay_ThreeGainsInARow_DoublesTheLength() =>
        Assert.Equal(1.6, TrustRegion.Replay([5, 4, 3, 2, 1], 2, 2).Length);

    [Fact]
    public void Replay_FailuresWithoutGain_HalvesAndAtLastStartsAnew()
    {
        // 0.8 needs seven halvings of four failures to fall below 1/128.
        double[] values = [1, .. Enumerable.Repeat(2.0, 28)];
        Assert.Equal(0.4, TrustRegion.Replay(values[..5], 2, 1).Length);
        TrustRegion last = TrustRegion.Replay(values, 2, 1);
        Assert.Equal((0.8, 29, -1), (last.Length, last.Start, last.Best));
    }

    [Fact]
    public void OutputWarp_Candidates_AreMonotoneWithTheStatedSlope()
    {
        double[] values = [3, 1e4, 20, 500, 1];
        OutputWarp[] warps = [.. OutputWarp.Candidates(values)];
        Assert.True(warps.Length > 2);
        foreach (OutputWarp warp in warps)
        {
            foreach (double value in values)
            {
                double step = 1e-6 * Math.Max(1, value);
                double difference = (warp.At(value + (2 * step)) - warp.At(value + step)) / step;
                Assert.Equal(warp.Slope(value + (1.5 * step)), difference, 1e-4 * difference);
            }
        }
    }
}
