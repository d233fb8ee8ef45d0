using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;

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
        StudyMethod method = study.Method;
        double perStep = method.EventsPerStep(study), events = method.EventsPerTest(e);
        double perTest = events * method.CostOfTest(e.TrainingEvents / events);
        return Exchanged(study, perStep) + Searched(study, perStep, perTest) + (o.Replicas * (o.Steps * perStep * Gradient)) + (o.Replicas * perTest)
            + (2.0 * o.Steps * perStep * method.CostOfTest(0.5))
            + (((2.0 * 2) + 2) * e.Seeds * perTest)
            + (CheckBatches * (double)o.Batch * (Gradient + 2))
            + (PriceBatches * (double)o.Batch * Gradient)
            + (2.0 * parameters * 2 * o.Batch * Gradient)
            + (2.0 * parameters * perTest)
            + (study.Judge is { } judge ? method.CostOfJudge(judge) : 0);
    }

    // The outer loop and what it is compared with, and a trade-off with its search; all but the first at equal cost.
    private static double Searched(Study study, double perStep, double perTest)
    {
        double withoutGradient = study.Method.CostOfTest(0.5), work = 0;
        if (study.Outer is { } outer)
        {
            double nested = (outer.Trials * outer.Steps * perStep) + (study.Optimizer.Steps * perStep);
            work += (outer.Trials * ((outer.Steps * perStep * Gradient) + perTest)) + (nested * Gradient)
                + (3 * nested * withoutGradient) + (2 * study.Evaluation.Seeds * perTest);
        }

        if (study.Tradeoff is { } tradeoff)
        {
            double descents = tradeoff.Levels.Count * tradeoff.Steps * perStep;
            work += (descents * (Gradient + withoutGradient)) + (2 * tradeoff.Levels.Count * study.Evaluation.Seeds * perTest);
        }

        return work;
    }

    // Exchange of arrays: as a rule two sweeps with the places of a few clusters each, and a descent of half the steps.
    private static double Exchanged(Study study, double perStep)
    {
        const double Sweeps = 2, Places = 6;
        int elements = ArrayExchange.Arrays(study.Geometry.Space).Sum(a => a.Length);
        return elements == 0 || !study.Method.IsNoiseless ? 0 : study.Optimizer.Replicas * perStep
            * ((Sweeps * elements * Places) + (0.5 * study.Optimizer.Steps * Gradient));
    }
}
