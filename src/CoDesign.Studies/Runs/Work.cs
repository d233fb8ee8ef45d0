using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Runs;

/// <summary>How much work the phases are, for the time left: in simulated events without gradient.</summary>
internal static class Work
{
    /// <summary>Cost of an event with gradient relative to one without (measured on the flagship).</summary>
    public const double Gradient = 3;

    public const int CheckBatches = 16;
    public const int PriceBatches = 8;

    public static double Total(Study study)
    {
        OptimizerSettings o = study.Optimizer;
        EvaluationSettings e = study.Evaluation;
        int parameters = study.Geometry.Space.Parameters.Count;
        double perTest = e.TrainingEvents + e.TestEvents;
        return (o.Replicas * ((double)o.Steps * o.Batch * Gradient)) + (o.Replicas * perTest)
            + (2.0 * o.Steps * o.Batch)
            + (((2.0 * 2) + 2) * e.Seeds * perTest)
            + (CheckBatches * (double)o.Batch * (Gradient + 2))
            + (PriceBatches * (double)o.Batch * Gradient)
            + (2.0 * parameters * 2 * o.Batch * Gradient)
            + (2.0 * parameters * perTest);
    }
}
