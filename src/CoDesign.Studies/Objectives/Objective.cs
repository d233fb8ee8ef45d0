using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Objectives;

/// <summary>Weighted mean of metrics over their requirements: 1 means that the requirements are met on the
/// average.</summary>
/// <param name="terms">Terms, at least one.</param>
public sealed class Objective(IReadOnlyList<ObjectiveTerm> terms)
{
    // Groups of events for the standard error: enough for an error of the error of 13 %.
    private const int Groups = 32;

    /// <summary>Terms.</summary>
    public IReadOnlyList<ObjectiveTerm> Terms => terms;

    /// <summary>Azimuths of the pairs of a batch, [events] [rad].</summary>
    public static Tensor Azimuths(EventBatch events)
    {
        var uniform = new double[events.Count];
        events.Streams.Uniforms(events.First, events.Count, 1, RandomPurpose.Pairing, uniform);
        return tensor(uniform, dtype: ScalarType.Float64) * (2 * Math.PI);
    }

    /// <summary>The loss of a batch, scalar with gradient.</summary>
    public Tensor Loss(Estimates estimates, Sample sample, Tensor azimuth) =>
        Combine(terms.Select(t => Metric.Value(t.Metric.SquaredDeviations(estimates, sample, azimuth))));

    /// <summary>Objective of given metrics.</summary>
    /// <param name="metrics">Per term, internal units.</param>
    public double Value(IReadOnlyList<double> metrics) =>
        terms.Select((t, i) => metrics[i] * t.Weight / t.Requirement).Sum() / terms.Sum(t => t.Weight);

    /// <summary>Objective from squared deviations per term, with the objective of each group of events: the scatter
    /// of the groups is the error, and for two designs with common random numbers the scatter of their
    /// ratios.</summary>
    /// <param name="deviations">Per term, [entries].</param>
    public MeasuredObjective Measure(IReadOnlyList<Tensor> deviations)
    {
        double value = Combine(terms.Select((t, i) => Metric.Value(deviations[i]))).ToDouble();
        double[] perGroup = [.. Enumerable.Range(0, Groups).Select(g =>
            Combine(terms.Select((t, i) => Metric.Value(Group(deviations[i], g)))).ToDouble())];
        return new MeasuredObjective(value, Statistics.StandardError(perGroup), perGroup);
    }

    private Tensor Combine(IEnumerable<Tensor> metrics)
    {
        double total = terms.Sum(t => t.Weight);
        return metrics.Select((m, i) => m * (terms[i].Weight / (total * terms[i].Requirement)))
            .Aggregate((a, b) => a + b);
    }

    private static Tensor Group(Tensor deviations, int group)
    {
        long size = deviations.shape[0] / Groups;
        return deviations.narrow(0, group * size, size);
    }
}
