using CoDesign.Studies.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Pipelines;

/// <summary>Test events after reconstruction, in plain memory; arrays are in event order.</summary>
public abstract record TestedBatch
{
    /// <summary>Entries of the metric of each term of the objective, each [entries].</summary>
    public required double[][] Entries { get; init; }

    /// <summary>What a results file holds of the events: name, unit and values in that unit.</summary>
    public abstract IReadOnlyList<(string Name, string Unit, double[] Values)> Columns { get; }

    /// <summary>Objective and its standard error.</summary>
    public MeasuredObjective Measure(Objective objective)
    {
        using DisposeScope scope = NewDisposeScope();
        return objective.Measure([.. Entries.Select(e => tensor(e, dtype: ScalarType.Float64))]);
    }
}
