using CoDesign.Hdf5;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>The arrays behind a result, as HDF5: reconstructed events of both designs, and the optimisation step by
/// step.</summary>
internal static class ResultsFile
{
    public static void Write(
        string path, Study study, FinalEvaluation evaluation, RunOutcome outcome, IReadOnlyList<HistoryPoint> history)
    {
        string partial = path + ".partial";
        try
        {
            WriteTo(partial, study, evaluation, outcome, history);
        }
        catch (Hdf5Exception)
        {
            File.Delete(partial);
            throw;
        }

        File.Move(partial, path, overwrite: true);
    }

    private static void WriteTo(
        string path, Study study, FinalEvaluation evaluation, RunOutcome outcome, IReadOnlyList<HistoryPoint> history)
    {
        using (Hdf5File file = Hdf5File.Create(path, IfExists.Replace))
        {
            file.Root.SetAttribute("study", study.Name);
            file.Root.SetAttribute("seed", (long)study.Seed);
            WriteEvents(file.Root, "baseline", evaluation.Events(outcome.Baseline.Theta, 0));
            WriteEvents(file.Root, "optimum", evaluation.Events(outcome.Optimum.Theta, 0));
            WriteHistory(file.Root, study, history);
            if (outcome.Judgement is { } judgement)
            {
                using Hdf5Group group = file.Root.CreateGroup("judge");
                judgement.Write(group);
            }
        }
    }

    private static void WriteEvents(Hdf5Group root, string name, TestedBatch events)
    {
        using Hdf5Group group = root.CreateGroup(name);
        foreach ((string column, string unit, double[] values) in events.Columns)
        {
            group.Write(column, values, [values.Length], unit: unit);
        }
    }

    private static void WriteHistory(Hdf5Group root, Study study, IReadOnlyList<HistoryPoint> history)
    {
        using Hdf5Group group = root.CreateGroup("history");
        group.SetAttribute("parameters", string.Join(",", study.Geometry.Space.Parameters.Select(p => p.Name)));
        group.SetAttribute("units", string.Join(",", study.Geometry.Space.Parameters.Select(p => p.Unit)));
        group.SetAttribute("constraints", string.Join(",", study.Constraints.Select(c => c.Name)));
        long n = history.Count;
        group.Write("replica", history.Select(h => (double)h.Replica).ToArray(), [n], unit: "");
        group.Write("step", history.Select(h => (double)h.Step).ToArray(), [n], unit: "");
        group.Write("objective", history.Select(h => h.Objective).ToArray(), [n], unit: "");
        group.Write("parameter_values", history.SelectMany(h => h.Parameters).ToArray(),
            [n, study.Geometry.Space.Parameters.Count], unit: "see units");
    }
}
