using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Runs;

/// <summary>How much work the phases are, for the time left: in simulated events without gradient.</summary>
internal static class Work
{
    /// <summary>Cost of an event with gradient relative to one without (measured on the flagship).</summary>
    public const double Gradient = 3;

    public const int CheckBatches = 16;
    public const int PriceBatches = 8;

    /// <summary>Simulated events of a step of the design: its batch, and what its network learns from besides.</summary>
    public static int EventsPerStep(Study study) =>
        study.Optimizer.Batch + (study.Network is null ? 0 : ReplicaNetwork.AddedEvents(study));

    public static double Total(Study study)
    {
        OptimizerSettings o = study.Optimizer;
        EvaluationSettings e = study.Evaluation;
        int parameters = study.Geometry.Space.Parameters.Count;
        double perTest = e.TrainingEvents + e.TestEvents;
        return (o.Replicas * ((double)o.Steps * EventsPerStep(study) * Gradient)) + (o.Replicas * perTest)
            + (2.0 * o.Steps * EventsPerStep(study))
            + (((2.0 * 2) + 2) * e.Seeds * perTest)
            + (CheckBatches * (double)o.Batch * (Gradient + 2))
            + (PriceBatches * (double)o.Batch * Gradient)
            + (2.0 * parameters * 2 * o.Batch * Gradient)
            + (2.0 * parameters * perTest);
    }
}
