using CoDesign.Optimization;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>The gradient of the whole pipeline along one direction, by autograd and by differences with common random
/// numbers.</summary>
internal static class GradientCheck
{
    // Central differences: truncation h^2, rounding 1e-16 / h; both are far below the 1 % that is asked.
    private const double Step = 1e-4;

    public static GradientCheckSummary Run(RunContext context, double[] u)
    {
        EventStreams streams = context.Streams.Child(StreamRole.GradientCheck);
        int batch = context.Study.Optimizer.Batch;
        var direction = new double[u.Length];
        streams.Normals(0, 1, u.Length, RandomPurpose.Primary, direction);
        double norm = Math.Sqrt(direction.Sum(d => d * d));
        direction = [.. direction.Select(d => d / norm)];
        List<double[]> pairs = [];
        for (int b = 0; b < Work.CheckBatches; b++)
        {
            long first = (long)b * batch;
            pairs.Add(context.Once($"gradient-check/{b}", "checking the gradient", 3L * batch, (Work.Gradient + 2) / 3, () =>
            {
                FunctionEvaluation at = context.Function.Evaluate(u, streams, first, batch);
                double high = context.Function.Value(Moved(Step), streams, first, batch);
                double low = context.Function.Value(Moved(-Step), streams, first, batch);
                return new[] { at.Gradient.Zip(direction, (g, d) => g * d).Sum(), (high - low) / (2 * Step) };
            }));
        }

        double analytic = pairs.Average(p => p[0]), difference = pairs.Average(p => p[1]);
        double[] deviations = [.. pairs.Select(p => (p[1] - p[0]) / analytic)];
        return new GradientCheckSummary(
            analytic, difference, (difference - analytic) / analytic, Statistics.StandardError(deviations));

        double[] Moved(double step) => [.. u.Zip(direction, (x, d) => x + (step * d))];
    }
}
