using CoDesign.Detectors.Space;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>Looks which designs of a run lie in the domain in which the model was calibrated.</summary>
internal static class CalibrationDomain
{
    /// <summary>The domain and the designs; null for a model that was not calibrated.</summary>
    /// <param name="study">The study.</param>
    /// <param name="baseline">Values of the baseline, internal units.</param>
    /// <param name="optimum">Values of the optimum, internal units.</param>
    /// <param name="history">Steps of the optimisations.</param>
    public static DomainSummary? Of(
        Study study, double[] baseline, double[] optimum, IReadOnlyList<HistoryPoint> history)
    {
        if (study.Method.Domain is not { } domain)
        {
            return null;
        }

        DesignSpace space = study.Geometry.Space;
        return new DomainSummary(
            domain.Description, Faults(baseline), Faults(optimum), history.Count,
            history.Count(step => Faults(
                [.. step.Parameters.Select((value, i) => value * space.Parameters[i].UnitValue)]).Count > 0));

        IReadOnlyList<string> Faults(double[] theta)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return domain.Outside(study.Geometry.Build(space.AtValues(theta)));
        }
    }
}
