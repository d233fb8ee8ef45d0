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

    /// <summary>Name of a term in results: that of its metric, with its number where an earlier term has the same.</summary>
    /// <param name="term">Number of the term, from 0.</param>
    public string NameOf(int term)
    {
        string name = terms[term].Metric.Name;
        return terms.Take(term).Any(t => t.Metric.Name == name) ? $"{name}_{term + 1}" : name;
    }

    /// <summary>The loss of a batch, scalar with gradient.</summary>
    /// <param name="entries">Entries of each term's metric, each [entries].</param>
    public Tensor Loss(IEnumerable<Tensor> entries) => Combine(entries.Select((e, i) => terms[i].Metric.Value(e)));

    /// <summary>Objective of given metrics.</summary>
    /// <param name="metrics">Per term, internal units.</param>
    public double Value(IReadOnlyList<double> metrics) =>
        terms.Select((t, i) => metrics[i] * t.Weight / t.Requirement).Sum() / terms.Sum(t => t.Weight);

    /// <summary>Objective from the entries of each term, with the objective of each group of events: the scatter
    /// of the groups is the error, and for two designs with common random numbers the scatter of their
    /// ratios.</summary>
    /// <param name="entries">Per term, [entries].</param>
    public MeasuredObjective Measure(IReadOnlyList<Tensor> entries)
    {
        double value = Combine(terms.Select((t, i) => t.Metric.Value(entries[i]))).ToDouble();
        double[] perGroup = [.. Enumerable.Range(0, Groups).Select(g =>
            Combine(terms.Select((t, i) => t.Metric.Value(Group(entries[i], g)))).ToDouble())];
        return new MeasuredObjective(value, Statistics.StandardError(perGroup), perGroup);
    }

    private Tensor Combine(IEnumerable<Tensor> metrics)
    {
        double total = terms.Sum(t => t.Weight);
        return metrics.Select((m, i) => m * (terms[i].Weight / (total * terms[i].Requirement)))
            .Aggregate((a, b) => a + b);
    }

    private static Tensor Group(Tensor entries, int group)
    {
        long size = entries.shape[0] / Groups;
        return entries.narrow(0, group * size, size);
    }
}
