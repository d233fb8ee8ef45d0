using CoDesign.Detectors.Space;
using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Runs;

/// <summary>Looks for designs as good as the optimum that are not the optimum: its mirror image, and what the other
/// optimisations found.</summary>
internal static class Alternatives
{
    // Objectives closer than this, and three errors, are the same.
    private const double SameObjective = 1e-4;
    private const double Errors = 3;

    // A parameter that differs by more than this share of its range makes another design.
    private const double SameValue = 0.03;

    /// <summary>Finds them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="evaluation">Evaluates designs on the events that choose among replicas.</param>
    /// <param name="best">The optimum.</param>
    /// <param name="replicas">What the optimisations found, internal units.</param>
    /// <param name="validated">Their objectives.</param>
    public static IReadOnlyList<Alternative> Find(
        RunContext context, FinalEvaluation evaluation, BestDesign best, double[][] replicas,
        MeasuredObjective?[] validated)
    {
        DesignSpace space = context.Study.Geometry.Space;
        int[][] arrays = ArrayExchange.Arrays(space);
        List<Alternative> found = [];
        if (arrays.Length > 0)
        {
            double[] mirror = ArrayExchange.Sorted(Mirrored(space, best.Theta, arrays), arrays);
            Add("mirror image", mirror, () => evaluation.ValidationIfMeasured("mirror", mirror));
        }

        for (int r = 0; r < replicas.Length; r++)
        {
            int replica = r;
            Add($"optimisation {r}", replicas[r], () => validated[replica]);
        }

        return found;

        void Add(string origin, double[] theta, Func<MeasuredObjective?> measure)
        {
            if (Same(space, theta, best.Theta) || found.Any(f => Same(space, theta, f.Theta))
                || !context.Function.Satisfied(theta) || measure() is not { } measured)
            {
                return;
            }

            double difference = (measured.Value / best.Measured.Value) - 1;
            double error = Statistics.StandardError([.. measured.Groups.Zip(best.Measured.Groups, (m, o) => m / o)]);
            if (Math.Abs(difference) <= SameObjective + (Errors * error))
            {
                found.Add(new Alternative(origin, theta, measured.Value, difference, error));
            }
        }
    }

    // Every element of an array at the same distance from the other bound.
    private static double[] Mirrored(DesignSpace space, double[] theta, int[][] arrays)
    {
        double[] mirrored = [.. theta];
        foreach (int i in arrays.SelectMany(a => a))
        {
            mirrored[i] = space.Parameters[i].Minimum + space.Parameters[i].Maximum - theta[i];
        }

        return mirrored;
    }

    private static bool Same(DesignSpace space, double[] a, double[] b) => space.Parameters.Select((p, i) =>
        Math.Abs(p.ToScale(a[i]) - p.ToScale(b[i])) / (p.ToScale(p.Maximum) - p.ToScale(p.Minimum))).All(d => d <= SameValue);
}
