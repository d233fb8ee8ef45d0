using CoDesign.Detectors.Space;
using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>Prices of the constraints, sensitivities and flat directions at an optimum.</summary>
internal sealed class OptimumAnalysis(RunContext context, double[] theta)
{
    // A step of the sensitivities: a twentieth of the range on the parameter's scale, one for an integer.
    private const double SensitivityStep = 0.05;
    private const double CurvatureStep = 0.1;
    private const int FlatDirections = 3;

    private readonly Study _study = context.Study;
    private readonly DesignSpace _space = context.Study.Geometry.Space;
    private readonly EventStreams _streams = context.Streams.Child(5);
    private readonly double[] _u = context.Function.Unconstrained(theta);

    /// <summary>Prices: relative fall of the objective for each relative relaxation of the limit, with
    /// errors.</summary>
    public (double[] Prices, double[] Errors) Prices()
    {
        int batch = _study.Optimizer.Batch;
        double[][] perBatch = [.. Enumerable.Range(0, Work.PriceBatches).Select(b =>
            context.Once($"price/{b}", "pricing the constraints", batch, Work.Gradient, () =>
            {
                FunctionEvaluation at = context.Function.Evaluate(_u, _streams, (long)b * batch, batch);
                double[] multipliers = LagrangeMultipliers.Estimate(
                    Continuous(at.Gradient), at.Constraints,
                    [.. at.Jacobian.Select(Continuous)], context.Function.Kinds);
                return multipliers.Select(m => m / at.Value).ToArray();
            }))];
        int n = _study.Constraints.Count;
        return ([.. Enumerable.Range(0, n).Select(c => perBatch.Average(p => p[c]))],
            [.. Enumerable.Range(0, n).Select(c => Statistics.StandardError([.. perBatch.Select(p => p[c])]))]);
    }

    /// <summary>Change of the objective when each parameter moves alone, hard readout, common random numbers.</summary>
    public IReadOnlyList<SensitivitySummary> Sensitivities(FinalEvaluation evaluation, MeasuredObjective at)
    {
        List<SensitivitySummary> rows = [];
        for (int i = 0; i < _space.Parameters.Count; i++)
        {
            DesignParameter p = _space.Parameters[i];
            double low = Moved(p, theta[i], -1), high = Moved(p, theta[i], 1);
            MeasuredObjective lower = evaluation.Validation($"sensitivity/{p.Name}/lower", With(i, low));
            MeasuredObjective upper = evaluation.Validation($"sensitivity/{p.Name}/upper", With(i, high));
            rows.Add(new SensitivitySummary(
                p.Name, 0.5 * (high - low) / p.UnitValue, p.Unit, (
                    lower.Value / at.Value) - 1, (upper.Value / at.Value) - 1,
                Math.Max(RatioError(lower, at), RatioError(upper, at))));
        }

        return rows;
    }

    /// <summary>Directions along the active constraints in which the objective changes least.</summary>
    public IReadOnlyList<FlatDirectionSummary> Flat(double objective)
    {
        (double[] values, double[][] jacobian) = context.Function.Constraints(_u);
        double[][] active = [.. jacobian.Where((_, c) => values[c] > -1e-3).Select(Continuous),
            .. Enumerable.Range(0, _u.Length).Where(IsInteger).Select(Unit)];
        int batch = 2 * _study.Optimizer.Batch, number = 0;
        var curvature = Curvature.OfGradient(
            _u,
            point =>
            {
                int n = number++;
                return context.Once($"curvature/{n}", "measuring the curvature", batch, Work.Gradient,
                    () => context.Function.Evaluate(point, _streams, 1_000_000_000, batch).Gradient);
            },
            Curvature.TangentTo(active),
            CurvatureStep);
        // Directions that are fixed by a constraint or an integer have no freedom to be flat in.
        Func<double[], double[]> tangent = Curvature.TangentTo(active);
        return [.. Enumerable.Range(0, _u.Length)
            .Where(k => Norm(tangent(curvature.Directions[k])) > 0.5)
            .OrderBy(k => Math.Abs(curvature.Eigenvalues[k]))
            .Take(FlatDirections)
            .Select(k => new FlatDirectionSummary(
                curvature.Eigenvalues[k], 0.5 * curvature.Eigenvalues[k] / objective,
                _space.Parameters.Select((p, i) => (p.Name, Value: curvature.Directions[k][i]))
                    .ToDictionary(x => x.Name, x => x.Value)))];
    }

    // Common random numbers: the groups of two designs hold the same events, and their ratios scatter less than they
    // do.
    private static double RatioError(MeasuredObjective moved, MeasuredObjective at) =>
        Statistics.StandardError([.. moved.Groups.Zip(at.Groups, (m, a) => m / a)]);

    private double[] Continuous(double[] gradient) => [.. gradient.Select((g, i) => IsInteger(i) ? 0 : g)];

    private bool IsInteger(int i) => _space.Parameters[i].Kind == ParameterKind.Integer;

    private double[] Unit(int i) => [.. Enumerable.Range(0, _u.Length).Select(k => k == i ? 1.0 : 0)];

    private double[] With(int i, double value) => [.. theta.Select((t, k) => k == i ? value : t)];

    private static double Moved(DesignParameter p, double value, int sign)
    {
        double moved = p.Kind == ParameterKind.Integer
            ? value + sign
            : p.FromScale(p.ToScale(value) + (sign * SensitivityStep * (p.ToScale(p.Maximum) - p.ToScale(p.Minimum))));
        return Math.Clamp(moved, p.Minimum, p.Maximum);
    }

    private static double Norm(double[] v) => Math.Sqrt(v.Sum(x => x * x));
}
