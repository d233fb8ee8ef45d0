using System.Diagnostics;

namespace CoDesign.Benchmarks;

/// <summary>Median and quartiles of repeated runs [ms].</summary>
/// <remarks>
/// BenchmarkDotNet 0.15.8 (short job, in process) was compared on the forward and backward step of the pipeline, three
/// runs in turn with this on a busy machine of two cores: its means were 225, 94 and 90 ms with errors of 1902, 390 and
/// 179 ms, the medians here 82, 90 and 88 ms, each in 5 to 11 s. It finishes one candidate before the next, so that a
/// machine that becomes slower in between looks like a difference; here two candidates can take turns, as in
/// <see cref="NetworkBenchmark"/>.
/// </remarks>
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
