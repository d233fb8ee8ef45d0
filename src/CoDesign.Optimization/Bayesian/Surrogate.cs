using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian;

/// <summary>What a search believes: models of the objective, of the constraints and of failing.</summary>
internal sealed record Surrogate
{
    /// <summary>Model of the warped objective; null while no trial has a result.</summary>
    public required GaussianProcess Objective { get; init; }

    public required OutputWarp Warp { get; init; }

    /// <summary>Models of functions that must be at most 0.</summary>
    public required IReadOnlyList<GaussianProcess> Constraints { get; init; }

    /// <summary>Value to improve on, in units of the model; null when no trial is feasible.</summary>
    public required double? Incumbent { get; init; }

    /// <summary>Anchors of the search: feasible trials by the value that the model expects, best first.</summary>
    public required IReadOnlyList<double[]> Anchors { get; init; }

    /// <summary>The belief if a point that is being evaluated gave what is expected there.</summary>
    /// <remarks>The kriging believer of Ginsbourger, Le Riche, Carraro (2010): the variance falls there, the mean
    /// stays.</remarks>
    public Surrogate With(double[] unit) => this with
    {
        Objective = Objective.With(unit, Objective.At(unit).Mean),
        Constraints = [.. Constraints.Select(c => c.With(unit, c.At(unit).Mean))],
    };

    public static Surrogate Fit(TrialSet trials, int[] used, BayesianOptions options)
    {
        double[] values = [.. used.Select(trials.Value)];
        (OutputWarp warp, GaussianProcess objective) = Best(trials, used, values, options);
        List<GaussianProcess> constraints = [];
        for (int c = 0; c < trials.Constraints; c++)
        {
            double[] raw = [.. trials.Constrained.Select(i => trials.All[i].Constraints[c])];
            double[] sizes = [.. raw.Select(Math.Abs).Order()];
            double scale = sizes[sizes.Length / 2] > 0 ? sizes[sizes.Length / 2] : 1;
            constraints.Add(GaussianProcess.Fit(new ModelData
            {
                Space = trials.Space,
                Points = [.. trials.Constrained.Select(i => trials.All[i].Point)],
                Values = [.. raw.Select(v => Math.Sign(v) * Math.Log(1 + (Math.Abs(v) / scale)))],
            }, new ModelOptions()));
        }

        if (trials.Failures > 0)
        {
            constraints.Add(GaussianProcess.Fit(new ModelData
            {
                Space = trials.Space,
                Points = [.. trials.All.Select(t => t.Point)],
                Values = [.. trials.All.Select(t => t.Failed() ? 1.0 : -1.0)],
            }, new ModelOptions()));
        }

        int[] feasible = [.. used.Where(i => trials.All[i].IsFeasible())];
        var expected = feasible.Select(i => (Trial: i, Value: trials.Exactness == Exactness.Noisy
            ? objective.At(trials.Units[i]).Mean : warp.At(trials.Value(i)))).OrderBy(e => e.Value).ToArray();
        return new Surrogate
        {
            Objective = objective,
            Warp = warp,
            Constraints = constraints,
            Incumbent = expected.Length > 0 ? expected[0].Value : null,
            Anchors = [.. expected.Take(5).Select(e => trials.Units[e.Trial])],
        };
    }

    private static (OutputWarp, GaussianProcess) Best(TrialSet trials, int[] used, double[] values, BayesianOptions options)
    {
        (double Score, OutputWarp? Warp, GaussianProcess? Model) best = (double.NegativeInfinity, null, null);
        foreach (OutputWarp warp in Warps(values, options))
        {
            GaussianProcess model = GaussianProcess.Fit(new ModelData
            {
                Space = trials.Space,
                Points = [.. used.Select(i => trials.All[i].Point)],
                Values = [.. values.Select(warp.At)],
                Variances = trials.HasErrors ? [.. used.Select(i => Math.Pow(trials.All[i].Errors![0] * warp.Slope(trials.Value(i)), 2))]
                    : null,
                Gradients = null,
            }, new ModelOptions());
            double score = model.LogLikelihood + warp.LogJacobian(values);
            if (score > best.Score)
            {
                best = (score, warp, model);
            }
        }

        return (best.Warp!, best.Model!);
    }

    private static IEnumerable<OutputWarp> Warps(double[] values, BayesianOptions options)
    {
        double[] sorted = [.. values.Order()];
        double least = sorted[0], span = sorted[^1] - least;
        if (!(span > 0))
        {
            yield return new OutputWarp(values, 1, 1);
            yield break;
        }

        yield return new OutputWarp(values, span, 1);
        double middle = sorted[sorted.Length / 2] - least;
        if (options.Warp && middle > 0)
        {
            yield return new OutputWarp(values, middle, 0);
            yield return new OutputWarp(values, 0.1 * middle, 0);
        }
    }
}
