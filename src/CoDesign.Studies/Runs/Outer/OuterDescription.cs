using CoDesign.Detectors.Space;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>Puts the outer loop into the summary's words and units.</summary>
internal sealed class OuterDescription(Study study)
{
    private readonly StructureSpace _space = StructureSpace.Structural(study.Geometry.Space);

    /// <summary>Describes its trials and its model.</summary>
    public OuterSummary Describe(StructureResult result) => new()
    {
        Parameters = [.. _space.Parameters.Select(p => p.Name)],
        Trials = [.. result.Trials.Select(Trial)],
        Best = result.Best,
        Slices = StructureSlices.Of(_space, result),
        Events = result.Events(),
    };

    private StructureSummary Trial(StructureTrial trial, int number) => new()
    {
        Number = number,
        Structure = Named((p, value) => value / p.UnitValue, trial.Structure),
        Words = Named((p, value) => p.Format(value), trial.Structure),
        Status = trial.Status.ToString().ToLowerInvariant(),
        Reason = trial.Reason,
        Objective = trial.Value,
        ObjectiveError = trial.Error,
        PairedError = trial.PairedError,
        StartedFrom = trial.From < 0 ? null : trial.From,
        Events = trial.Events,
    };

    private Dictionary<string, T> Named<T>(Func<DesignParameter, double, T> show, double[] structure) =>
        _space.Parameters.Select((p, i) => (p.Name, Shown: show(p, structure[i])))
            .ToDictionary(x => x.Name, x => x.Shown);
}
