using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>The two halves of a nested optimisation, each alone at the cost of both.</summary>
/// <param name="OuterOnly">All parameters by a search without gradients.</param>
/// <param name="OuterObjectives">Objective of its recommended design per seed; empty when there is none.</param>
/// <param name="InnerOnly">The gradient descent with the structure of the baseline.</param>
/// <param name="InnerObjectives">Objective of its design per seed; empty when it breaks a constraint.</param>
/// <param name="InnerEvents">Events it spent.</param>
internal sealed record Comparison(
    DesignSearchResult OuterOnly, double[] OuterObjectives, DescentResult InnerOnly, double[] InnerObjectives,
    long InnerEvents)
{
    /// <summary>Runs both.</summary>
    /// <param name="context">The run.</param>
    /// <param name="evaluation">Evaluates designs.</param>
    /// <param name="settings">Settings of the outer loop.</param>
    /// <param name="events">Events that each may simulate.</param>
    public static Comparison Run(
        RunContext context, FinalEvaluation evaluation, OuterSettings settings, long events)
    {
        Study study = context.Study;
        int perStep = study.Method.EventsPerStep(study);
        int steps = (int)Math.Max(1, events / perStep);
        DescentResult inner = Inner(context, steps);
        EventStreams streams = context.Streams.Child(StreamRole.OuterOnly);
        DesignSearchResult outer = new DesignSearch(context, "outer_only", streams).Run(events, settings.Designs);
        return new Comparison(
            outer, outer.Best() is { } best ? evaluation.ObjectivesIfMeasured("outer only", best) : [], inner,
            context.Function.Satisfied(inner.Theta) ? evaluation.ObjectivesIfMeasured("inner only", inner.Theta) : [],
            (long)steps * perStep);
    }

    private static DescentResult Inner(RunContext context, int steps)
    {
        double[] baseline = [.. context.Study.Geometry.Space.BaselineValues];
        try
        {
            return new DesignDescent(
                context, context.Function, context.Streams.Child(StreamRole.InnerOnly)).Run(new DescentPlan
                {
                    Start = context.Function.Start(baseline),
                    Steps = steps,
                    StepKey = "inner/step",
                    ResultKey = "inner/result",
                    Phase = "gradients alone, for comparison",
                });
        }
        catch (UnmeasuredDesignException e)
        {
            context.Refuse(e.Message);
            return new DescentResult(baseline, [], GaveUp: true);
        }
    }
}
