using CoDesign.Detectors.Space;
using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>Prices of the constraints, sensitivities and flat directions at an optimum.</summary>
internal sealed class OptimumAnalysis(RunContext context, double[] theta)
{
    // A step of the sensitivities: a twentieth of the range on the parameter's scale, one for an integer.
    private const double SensitivityStep = 0.05;
    private const double CurvatureStep = 0.1;
    private const int FlatDirections = 3;

    // Fewer batches of events give no error of a price.
    private const int FewestBatches = 2;

    private readonly Study _study = context.Study;
    private readonly DesignSpace _space = context.Study.Geometry.Space;
    private readonly EventStreams _streams = context.Streams.Child(StreamRole.Analysis);
    private readonly double[] _u = context.Function.Unconstrained(theta);
    private double[] _prices = new double[context.Study.Constraints.Count];

    /// <summary>Prices: relative fall of the objective for each relative relaxation of the limit, with
    /// errors.</summary>
    public (double[] Prices, double[] Errors) Prices()
    {
        int batch = _study.Optimizer.Batch;
        FunctionEvaluation[] batches = [.. Enumerable.Range(0, Work.PriceBatches).Select(b => IfMeasured(() =>
            context.Once($"price/{b}", "pricing the constraints", batch, Work.Gradient,
                () => context.Function.Evaluate(_u, _streams, (long)b * batch, batch)))).OfType<FunctionEvaluation>()];
        if (batches.Length < FewestBatches)
        {
            double[] unknown = [.. _prices.Select(_ => double.NaN)];
            return (unknown, unknown);
        }

        // Multipliers that come out negative are dropped, so that the mean of per-batch prices would be biased upwards:
        // the gradient is averaged first, and the error is that of leaving out one batch at a time (jackknife).
        _prices = PricesFrom(batches);
        int n = batches.Length;
        double[][] without = [.. Enumerable.Range(0, n).Select(b => PricesFrom([.. batches.Where((_, k) => k != b)]))];
        return (_prices, [.. _prices.Select((_, c) =>
            Math.Sqrt((n - 1.0) * (n - 1) / n) * Statistics.StandardDeviation([.. without.Select(p => p[c])]))]);
    }

    private FunctionEvaluation? IfMeasured(Func<FunctionEvaluation> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (UnmeasuredDesignException e)
        {
            context.Refuse(e.Message);
            return null;
        }
    }

    private double[] PricesFrom(FunctionEvaluation[] batches)
    {
        double[] gradient = [.. Enumerable.Range(0, _u.Length).Select(i => batches.Average(b => b.Gradient[i]))];
        double objective = batches.Average(b => b.Value);
        bool[] active = Active(batches[0].Constraints);
        double[] multipliers = LagrangeMultipliers.Estimate(
            context.Function.WithoutIntegers(gradient), batches[0].Constraints, [.. batches[0].Jacobian.Select(context.Function.WithoutIntegers)],
            context.Function.Kinds, c => active[c]);
        return [.. multipliers.Select(m => m / objective)];
    }

    private bool[] Active(double[] constraints) =>
        [.. constraints.Select((value, c) => _study.Constraints[c].IsActive(value))];

    /// <summary>Change of the objective when each parameter moves alone, hard readout, common random numbers.</summary>
    public IReadOnlyList<SensitivitySummary> Sensitivities(FinalEvaluation evaluation, MeasuredObjective at)
    {
        List<SensitivitySummary> rows = [];
        for (int i = 0; i < _space.Parameters.Count; i++)
        {
            DesignParameter p = _space.Parameters[i];
            double low = Moved(p, theta[i], -1), high = Moved(p, theta[i], 1);
            MeasuredObjective? lower = evaluation.ValidationIfMeasured($"sensitivity/{p.Name}/lower", With(i, low));
            MeasuredObjective? upper = evaluation.ValidationIfMeasured($"sensitivity/{p.Name}/upper", With(i, high));
            rows.Add(new SensitivitySummary(
                p.Name, Math.Max(high - theta[i], theta[i] - low) / p.UnitValue, p.Unit,
                Change(lower, at), Change(upper, at), Math.Max(RatioError(lower, at), RatioError(upper, at))));
        }

        return rows;
    }

    /// <summary>Directions along the active constraints in which the objective changes least; after
    /// <see cref="Prices"/>, whose multipliers it needs. None where a neighbour of the optimum has no value.</summary>
    public IReadOnlyList<FlatDirectionSummary> Flat(double objective)
    {
        try
        {
            return Directions(objective);
        }
        catch (UnmeasuredDesignException e)
        {
            context.Refuse(e.Message);
            return [];
        }
    }

    private FlatDirectionSummary[] Directions(double objective)
    {
        (double[] values, double[][] jacobian) = context.Function.Constraints(_u);
        bool[] isActive = Active(values);
        double[][] active = [.. jacobian.Where((_, c) => isActive[c]).Select(context.Function.WithoutIntegers),
            .. Enumerable.Range(0, _u.Length).Where(i => IsInteger(i) || IsAtBound(i)).Select(Unit)];
        int batch = 2 * _study.Optimizer.Batch, number = 0;
        var curvature = Curvature.OfGradient(
            _u,
            point =>
            {
                int n = number++;
                FunctionEvaluation at = context.Once(
                    $"curvature/{n}", "measuring the curvature", batch, Work.Gradient,
                    () => context.Function.Evaluate(point, _streams, 1_000_000_000, batch));
                // Along curved constraints the second-order change is that of the Lagrangian.
                return [.. at.Gradient.Select((g, i) =>
                    g + _prices.Select((price, c) => price * objective * at.Jacobian[c][i]).Sum())];
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
    private static double RatioError(MeasuredObjective? moved, MeasuredObjective at) =>
        moved is null ? 0 : Statistics.StandardError([.. moved.Groups.Zip(at.Groups, (m, a) => m / a)]);

    // Not a number where the moved design measures nothing.
    private static double Change(MeasuredObjective? moved, MeasuredObjective at) =>
        moved is null ? double.NaN : (moved.Value / at.Value) - 1;

    private bool IsInteger(int i) => _space.Parameters[i].Kind != ParameterKind.Continuous;

    // At a bound the map to u is flat, which says nothing of the objective.
    private bool IsAtBound(int i) => Math.Abs(_u[i]) > 5;

    private double[] Unit(int i) => [.. Enumerable.Range(0, _u.Length).Select(k => k == i ? 1.0 : 0)];

    private double[] With(int i, double value) => [.. theta.Select((t, k) => k == i ? value : t)];

    private static double Moved(DesignParameter p, double value, int sign)
    {
        double moved = p.Kind != ParameterKind.Continuous
            ? value + sign
            : p.FromScale(p.ToScale(value) + (sign * SensitivityStep * (p.ToScale(p.Maximum) - p.ToScale(p.Minimum))));
        return Math.Clamp(moved, p.Minimum, p.Maximum);
    }

    private static double Norm(double[] v) => Math.Sqrt(v.Sum(x => x * x));
}
