using CoDesign.Optimization;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>The gradient of the whole pipeline along one direction, by autograd and by differences with common random
/// numbers.</summary>
/// <remarks>Halfway between baseline and optimum in unconstrained numbers: at an optimum that no constraint holds the
/// derivative is about zero, and a relative comparison would be one of noise. Where a design has no value there, elsewhere
/// on the way.</remarks>
internal static class GradientCheck
{
    // Central differences: truncation h^2, rounding 1e-16 / h; both are far below the 1 % that is asked.
    private const double Step = 1e-4;

    // Shares of the way from baseline to optimum, in the order in which they are tried.
    private static readonly double[] Shares = [0.5, 0.75, 0.25, 0.9, 0.1];

    // Of the objective: differences know the derivative to 1e-12, and below this neither is worth comparing.
    private const double Smallest = 1e-9;

    /// <summary>Checks the gradient.</summary>
    /// <param name="context">The run.</param>
    /// <param name="baseline">Baseline, unconstrained numbers.</param>
    /// <param name="optimum">Optimum, unconstrained numbers.</param>
    public static GradientCheckSummary Run(RunContext context, double[] baseline, double[] optimum)
    {
        foreach (double share in Shares)
        {
            try
            {
                return At(context, [.. baseline.Zip(optimum, (b, o) => ((1 - share) * b) + (share * o))],
                    share == Shares[0] ? "" : $"{share}/");
            }
            catch (UnmeasuredDesignException e)
            {
                context.Refuse(e.Message);
            }
        }

        return new GradientCheckSummary(double.NaN, double.NaN, double.NaN, double.NaN);
    }

    private static GradientCheckSummary At(RunContext context, double[] u, string place)
    {
        EventStreams streams = context.Streams.Child(StreamRole.GradientCheck);
        int batch = context.Study.Optimizer.Batch;
        var direction = new double[u.Length];
        streams.Normals(0, 1, u.Length, RandomPurpose.Primary, direction);
        double norm = Math.Sqrt(direction.Sum(d => d * d));
        direction = [.. direction.Select(d => d / norm)];
        List<double[]> batches = [];
        for (int b = 0; b < Work.CheckBatches; b++)
        {
            long first = (long)b * batch;
            batches.Add(context.Once($"gradient-check/{place}{b}", "checking the gradient", 3L * batch, (Work.Gradient + 2) / 3, () =>
            {
                FunctionEvaluation at = context.Function.Evaluate(u, streams, first, batch);
                double high = context.Function.Value(Moved(Step), streams, first, batch);
                double low = context.Function.Value(Moved(-Step), streams, first, batch);
                return new[] { at.Gradient.Zip(direction, (g, d) => g * d).Sum(), (high - low) / (2 * Step), at.Value };
            }));
        }

        return Summary(batches);

        double[] Moved(double step) => [.. u.Zip(direction, (x, d) => x + (step * d))];
    }

    /// <summary>What the batches say.</summary>
    /// <param name="batches">Per batch: derivative by autograd, by differences, and the objective.</param>
    public static GradientCheckSummary Summary(IReadOnlyList<double[]> batches)
    {
        double analytic = batches.Average(b => b[0]), difference = batches.Average(b => b[1]);
        double smallest = Smallest * Math.Abs(batches.Average(b => b[2]));
        if (Math.Abs(analytic) < smallest && Math.Abs(difference) < smallest)
        {
            return new GradientCheckSummary(analytic, difference, double.NaN, double.NaN);
        }

        double[] deviations = [.. batches.Select(b => (b[1] - b[0]) / analytic)];
        return new GradientCheckSummary(
            analytic, difference, (difference - analytic) / analytic, Statistics.StandardError(deviations));
    }
}
