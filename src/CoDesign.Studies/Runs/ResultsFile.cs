using CoDesign.Hdf5;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>The arrays behind a result, as HDF5: reconstructed events of both designs, and the optimisation step by
/// step.</summary>
internal static class ResultsFile
{
    public static void Write(
        string path, Study study, FinalEvaluation evaluation, RunOutcome outcome, IReadOnlyList<HistoryPoint> history,
        EventBatch? judged)
    {
        string partial = path + ".partial";
        try
        {
            WriteTo(partial, study, evaluation, outcome, history, judged);
        }
        catch (Hdf5Exception)
        {
            File.Delete(partial);
            throw;
        }

        File.Move(partial, path, overwrite: true);
    }

    private static void WriteTo(
        string path, Study study, FinalEvaluation evaluation, RunOutcome outcome, IReadOnlyList<HistoryPoint> history,
        EventBatch? judged)
    {
        using (Hdf5File file = Hdf5File.Create(path, IfExists.Replace))
        {
            file.Root.SetAttribute("study", study.Name);
            file.Root.SetAttribute("seed", (long)study.Seed);
            WriteEvents(file.Root, "baseline", evaluation.Events(outcome.Baseline.Theta, 0));
            WriteEvents(file.Root, "optimum", evaluation.Events(outcome.Optimum.Theta, 0));
            WriteHistory(file.Root, study, history);
            if (judged is not null && outcome.Judged is var (baseline, optimum))
            {
                WriteJudged(file.Root, judged, ("baseline", baseline), ("optimum", optimum));
            }
        }
    }

    private static void WriteEvents(Hdf5Group root, string name, TestedBatch events)
    {
        using Hdf5Group group = root.CreateGroup(name);
        group.Write("energy", events.Energy, [events.Energy.Length], unit: "MeV");
        group.Write("energy_ratio", events.EnergyRatio, [events.EnergyRatio.Length], unit: "");
        group.Write("error_x", events.ErrorX, [events.ErrorX.Length], unit: "mm");
        group.Write("error_y", events.ErrorY, [events.ErrorY.Length], unit: "mm");
    }

    private static void WriteJudged(
        Hdf5Group root, EventBatch primaries, params (string Name, JudgedDesign Design)[] designs)
    {
        using Hdf5Group group = root.CreateGroup("judge");
        long n = primaries.Count;
        group.SetAttribute("rows", "[readings, events]; every reading of an event has noise of its own");
        group.Write("energy", primaries.Energy, [n], unit: "MeV");
        group.Write("impact_x", primaries.ImpactX, [n], unit: "cells");
        group.Write("impact_y", primaries.ImpactY, [n], unit: "cells");
        foreach ((string name, JudgedDesign design) in designs)
        {
            using Hdf5Group own = group.CreateGroup(name);
            WriteJudged(own, "monte_carlo", design.MonteCarloEvents, (int)n);
            WriteJudged(own, "model", design.ModelEvents, (int)n);
        }
    }

    private static void WriteJudged(Hdf5Group root, string name, JudgedEvents events, int tested)
    {
        using Hdf5Group group = root.CreateGroup(name);
        int stride = events.Energy.Length / events.Repeats;
        Write("energy", events.Energy, "MeV");
        Write("x", events.X, "mm");
        Write("y", events.Y, "mm");
        Write("visible", events.Visible, "MeV");

        void Write(string quantity, double[] values, string unit) => group.Write(
            quantity, values.Where((_, i) => i % stride < tested).ToArray(), [events.Repeats, tested], unit: unit);
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
