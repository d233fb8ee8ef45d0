using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>The optimisation steps of a journal.</summary>
public static class RunHistory
{
    /// <summary>Reads them.</summary>
    /// <param name="journal">Journal file.</param>
    /// <param name="study">The study.</param>
    public static IReadOnlyList<HistoryPoint> Read(string journal, Study study)
    {
        using TorchSharp.DisposeScope scope = TorchSharp.torch.NewDisposeScope();
        return [.. Journal.ReadAll<StepRecord>(journal, "step/").Select(s => Point(s.Key, s.Value, study))];
    }

    private static HistoryPoint Point(string key, StepRecord record, Study study)
    {
        string[] parts = key.Split('/');
        Detectors.Space.DesignSpace space = study.Geometry.Space;
        double[] theta = space.ToTheta(TorchSharp.torch.tensor(record.State.Point)).data<double>().ToArray();
        return new HistoryPoint(
            int.Parse(parts[1]), int.Parse(parts[2]), record.Objective,
            [.. space.Parameters.Select((p, i) => theta[i] / p.UnitValue)], record.Constraints,
            record.State.Multipliers);
    }
}
