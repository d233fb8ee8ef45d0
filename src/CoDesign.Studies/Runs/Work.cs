using CoDesign.Physics;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;

namespace CoDesign.Studies.Runs;

/// <summary>How much work the phases are, for the time left: in simulated events without gradient.</summary>
internal static class Work
{
    /// <summary>Cost of an event with gradient relative to one without (measured on the flagship).</summary>
    public const double Gradient = 3;

    // Cost of a training event in a pass of a network's fit, relative to simulating it (measured on the flagship).
    private const double Pass = 0.2;

    /// <summary>Cost of a GeV of a Monte Carlo shower in simulated events of the parametric model: some 2.7 ms on one
    /// core against 15 us (flagship).</summary>
    public const double MonteCarloPerGev = 180;

    public const int CheckBatches = 16;
    public const int PriceBatches = 8;

    /// <summary>Simulated events of a step of the design: its batch, and what its network learns from
    /// besides.</summary>
    public static int EventsPerStep(Study study) =>
        study.Optimizer.Batch + (study.Network is null ? 0 : ReplicaNetwork.AddedEvents(study));

    /// <summary>Cost of an event where a share of the events trains a reconstruction from scratch.</summary>
    /// <param name="study">The study.</param>
    /// <param name="trainingShare">Share of the events that train.</param>
    public static double Tested(Study study, double trainingShare) =>
        1 + (Pass * trainingShare * (study.Network?.Epochs ?? 0));

    public static double Total(Study study)
    {
        OptimizerSettings o = study.Optimizer;
        EvaluationSettings e = study.Evaluation;
        int parameters = study.Geometry.Space.Parameters.Count;
        double events = e.TrainingEvents + e.TestEvents;
        double perTest = events * Tested(study, e.TrainingEvents / events);
        return (o.Replicas * ((double)o.Steps * EventsPerStep(study) * Gradient)) + (o.Replicas * perTest)
            + (2.0 * o.Steps * EventsPerStep(study) * Tested(study, 0.5))
            + (((2.0 * 2) + 2) * e.Seeds * perTest)
            + (CheckBatches * (double)o.Batch * (Gradient + 2))
            + (PriceBatches * (double)o.Batch * Gradient)
            + (2.0 * parameters * 2 * o.Batch * Gradient)
            + (2.0 * parameters * perTest) + Judged(study);
    }

    private static double Judged(Study study)
    {
        if (study.Judge is not { } judge)
        {
            return 0;
        }

        const int Grid = 64;
        double energy = Enumerable.Range(0, Grid).Average(i => study.Events.Energy.Energy(i, (i + 0.5) / Grid));
        double readings = (double)Judge.ModelReadings(study) * judge.Events;
        return 2 * ((judge.Events * MonteCarloPerGev * energy / Units.GeV)
            + (readings * Tested(study, CrossFit.Folds - 1)));
    }
}
