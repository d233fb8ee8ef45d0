using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Judged showers at one design in groups, and any quantity of them with its error.</summary>
internal sealed class JudgedSample
{
    // Pairings of the showers of a group; more bring nothing: what one pairing adds to the variance is down to 1/16.
    private const int Pairings = 16;

    private readonly GroupSums[] _groups;
    private readonly CalorimeterMethod _method;

    /// <summary>Groups of judged showers.</summary>
    /// <param name="method">The study's method, for its objective and spectrum.</param>
    /// <param name="primaries">The tested primaries, in <see cref="JudgeSettings.Groups"/> groups one after the
    /// other.</param>
    /// <param name="side">Side of a cell [mm].</param>
    /// <param name="events">The reconstructed showers; those after the tested primaries are not looked at.</param>
    public JudgedSample(CalorimeterMethod method, EventBatch primaries, double side, JudgedEvents events)
    {
        _method = method;
        int size = primaries.Count / JudgeSettings.Groups;
        var curves = new ResolutionCurves(method.Events.Energy, method.Objective);
        _groups = [.. Enumerable.Range(0, JudgeSettings.Groups)
            .Select(g => Sums(Members(g * size, size, primaries, side, events), curves))];
        EntriesPerShower = _groups.Sum(g => g.Count) / primaries.Count;
    }

    /// <summary>Groups.</summary>
    public static int Groups => JudgeSettings.Groups;

    /// <summary>Entries per shower: readings times pairings.</summary>
    public double EntriesPerShower { get; }

    /// <summary>A quantity and its error.</summary>
    /// <param name="quantity">The quantity of given sums.</param>
    public (double Value, double Error) Measure(Func<GroupSums, double> quantity) =>
        Jackknife.Of(Groups, without => quantity(Without(without)));

    /// <summary>The objective of given sums.</summary>
    public double Objective(GroupSums sums) =>
        _method.Objective.Value([.. _method.Objective.Terms.Select((_, t) => sums.Term(t))]);

    /// <summary>Gain over a baseline of the same primaries, 1 - objective / objective of the baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    public (double Value, double Error) GainOver(JudgedSample baseline) => Jackknife.Of(
        Groups, without => 1 - (Objective(Without(without)) / baseline.Objective(baseline.Without(without))));

    /// <summary>Bins of every group but one.</summary>
    public IEnumerable<BinMoments[]> Bins(int? without) => _groups.Where((_, g) => g != without).Select(g => g.Bins);

    private GroupSums Without(int? without) => GroupSums.Of(_groups.Where((_, g) => g != without));

    private static GroupSums Sums((TestedShowers Batch, double Visible) members, ResolutionCurves curves)
    {
        TestedShowers batch = members.Batch;
        double position2 = batch.ErrorX.Zip(batch.ErrorY, (x, y) => ((x * x) + (y * y)) / 2).Sum();
        return new GroupSums(
            [.. batch.Entries.Select(d => d.Sum())], [.. batch.Entries.Select(d => (double)d.Length)],
            batch.EnergyRatio.Sum(r => (r - 1) * (r - 1)), position2, members.Visible, batch.Energy.Length,
            curves.Moments(batch));
    }

    // Every reading of the showers of a group, in pairs that change from pairing to pairing.
    private (TestedShowers Batch, double Visible) Members(
        int first, int size, EventBatch primaries, double side, JudgedEvents events)
    {
        using DisposeScope scope = NewDisposeScope();
        int stride = events.Energy.Length / events.Repeats, pairings = Math.Min(Pairings, size - 1);
        int[] order =
            [.. Enumerable.Range(0, pairings).SelectMany(p => RoundRobin.Round(size, p)).Select(m => first + m)];
        int[] truth = [.. Enumerable.Range(0, events.Repeats).SelectMany(_ => order)];
        int[] read = [.. Enumerable.Range(0, events.Repeats).SelectMany(r => order.Select(m => (r * stride) + m))];
        var estimates = new Estimates(Chosen(events.Energy, read), Chosen(events.X, read), Chosen(events.Y, read));
        var sample = new Sample
        {
            // A metric compares estimates with the truth and does not look at signals.
            Amplitude = zeros(0, ScalarType.Float64),
            CellSize = tensor(side, ScalarType.Float64),
            CellCount = 0,
            Energy = Chosen(primaries.Energy, truth),
            X = side * Chosen(primaries.ImpactX, truth),
            Y = side * Chosen(primaries.ImpactY, truth),
        };
        var azimuth = new double[truth.Length];
        primaries.Streams.Uniforms(
            primaries.First + first, 1, azimuth.Length, RandomPurpose.Pairing, azimuth);
        var batch = new SimulatedBatch(sample, tensor(azimuth, dtype: ScalarType.Float64) * (2 * Math.PI));
        double visible = read.Zip(truth, (r, t) => events.Visible[r] / primaries.Energy[t]).Sum();
        return (TestedShowers.From(
            estimates, batch, _method.Objective.Terms.Select(t => t.Metric).Cast<ShowerMetric>()), visible);
    }

    private static Tensor Chosen(double[] values, int[] numbers) =>
        tensor([.. numbers.Select(i => values[i])], dtype: ScalarType.Float64);
}
