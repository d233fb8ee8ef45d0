using CoDesign.Learning.Reconstruction;
using CoDesign.Studies.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Pipelines;

/// <summary>Test events after reconstruction, in plain memory; arrays are in event order.</summary>
public sealed record TestedBatch
{
    /// <summary>Squared deviations per term of the objective, each [entries].</summary>
    public required double[][] Deviations { get; init; }

    /// <summary>True energy [MeV], [events].</summary>
    public required double[] Energy { get; init; }

    /// <summary>Reconstructed over true energy, [events].</summary>
    public required double[] EnergyRatio { get; init; }

    /// <summary>Error of the impact x [mm], [events].</summary>
    public required double[] ErrorX { get; init; }

    /// <summary>Error of the impact y [mm], [events].</summary>
    public required double[] ErrorY { get; init; }

    /// <summary>Copies what is needed out of tensors.</summary>
    public static TestedBatch From(Estimates estimates, SimulatedBatch batch, Objective objective) => new()
    {
        Deviations = [.. objective.Terms.Select(t =>
            Values(t.Metric.SquaredDeviations(estimates, batch.Sample, batch.Azimuth)))],
        Energy = Values(batch.Sample.Energy),
        EnergyRatio = Values(estimates.Energy / batch.Sample.Energy),
        ErrorX = Values(estimates.X - batch.Sample.X),
        ErrorY = Values(estimates.Y - batch.Sample.Y),
    };

    /// <summary>Batches one after the other.</summary>
    public static TestedBatch Join(IReadOnlyList<TestedBatch> parts) => new()
    {
        Deviations = [.. Enumerable.Range(0, parts[0].Deviations.Length)
            .Select(t => parts.SelectMany(p => p.Deviations[t]).ToArray())],
        Energy = [.. parts.SelectMany(p => p.Energy)],
        EnergyRatio = [.. parts.SelectMany(p => p.EnergyRatio)],
        ErrorX = [.. parts.SelectMany(p => p.ErrorX)],
        ErrorY = [.. parts.SelectMany(p => p.ErrorY)],
    };

    /// <summary>Objective and its standard error.</summary>
    public MeasuredObjective Measure(Objective objective)
    {
        using DisposeScope scope = NewDisposeScope();
        return objective.Measure([.. Deviations.Select(d => tensor(d, dtype: ScalarType.Float64))]);
    }

    private static double[] Values(Tensor t) => t.detach().contiguous().data<double>().ToArray();
}
