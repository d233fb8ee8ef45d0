using System.Diagnostics;

namespace CoDesign.Benchmarks;

/// <summary>Median and quartiles of repeated runs [ms].</summary>
internal sealed record Timing(double Median, double Low, double High)
{
    public static Timing Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new Timing(sorted[sorted.Length / 2], sorted[sorted.Length / 4], sorted[3 * sorted.Length / 4]);
    }

    /// <summary>Times an action.</summary>
    public static Timing Measure(Action action, int warmUp, int repeats)
    {
        for (int i = 0; i < warmUp; i++)
        {
            action();
        }

        return Of(Enumerable.Range(0, repeats).Select(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).ToArray());
    }

    public override string ToString() => $"{Median,8:0.00} ms  (quartiles {Low:0.00} .. {High:0.00})";
}
