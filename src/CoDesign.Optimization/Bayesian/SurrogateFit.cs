using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Bayesian.Models;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Fits the models of a search to its trials.</summary>
internal static class SurrogateFit
{
    // More rows (values and derivatives) are not worth the cube of their number: of gradients the best trials' are
    // taken, of values hyperparameters are fitted to a part.
    private const int GradientRows = 240, FitRows = 300;

    // Deviations of the noise below which a map of the values must be straight.
    private const double NoisePerScale = 5;

    private static readonly ModelOptions Effort = new() { Samples = 1, FitRows = FitRows };

    /// <summary>Models of everything.</summary>
    public static Surrogate All(TrialSet trials)
    {
        (OutputWarp warp, GaussianProcess objective) = Objective(trials, trials.Measured);
        bool isNoisy = trials.Exactness == Exactness.Noisy;
        double[] values = [.. Enumerable.Range(0, trials.All.Count).Select(i =>
            !trials.All[i].IsFeasible() || trials.All[i].Objectives.Length == 0 ? double.PositiveInfinity
            : isNoisy ? objective.At(trials.Units[i]).Mean : warp.At(trials.Value(i)))];
        return new Surrogate
        {
            Objective = objective,
            Constraints = Constraints(trials),
            Failing = Failing(trials),
            Values = values,
            Order = [.. Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).OrderBy(i => values[i])],
        };
    }

    /// <summary>The probability that a point is feasible, from trials of which hardly any has an objective; null where they
    /// say nothing of constraints either.</summary>
    public static IAcquisition? TowardsFeasible(TrialSet trials) => trials.Constrained.Length < 2
        ? null : new Feasibility(null, Constraints(trials), Failing(trials));

    /// <summary>A model of the objective from the trials next to a point, and the least of their values in its
    /// units.</summary>
    public static (GaussianProcess Model, double Incumbent) Near(TrialSet trials, int centre, int count)
    {
        int[] near = [.. trials.Measured
            .OrderBy(i => Basins.Distance(trials.Units[i], trials.Units[centre])).Take(count)];
        (OutputWarp warp, GaussianProcess model) = Objective(trials, near);
        return (model, trials.Exactness == Exactness.Noisy
            ? model.At(trials.Units[centre]).Mean : warp.At(trials.Value(centre)));
    }

    private static (OutputWarp Warp, GaussianProcess Model) Objective(TrialSet trials, int[] used)
    {
        double[] values = [.. used.Select(trials.Value)];
        bool[] sloped = Sloped(trials, used);
        int derivatives = trials.Space.Variables.Count(v => v.Kind == Spaces.VariableKind.Continuous);
        (double Score, OutputWarp? Warp, GaussianProcess? Model) best = (double.NegativeInfinity, null, null);
        int worse = 0;
        double finest = 0;
        foreach (OutputWarp warp in OutputWarp.Candidates(values))
        {
            if (best.Model is not null && warp.Scale < finest)
            {
                break;
            }

            double[] slopes = [.. values.Select(warp.Slope)];
            GaussianProcess model = GaussianProcess.Fit(new ModelData
            {
                Space = trials.Space,
                Points = [.. used.Select(i => trials.All[i].Point)],
                Values = [.. values.Select(warp.At)],
                Variances = trials.HasErrors
                    ? [.. used.Select((i, k) => Math.Pow(trials.All[i].Errors![0] * slopes[k], 2))] : null,
                Gradients = sloped.Any(s => s) ? [.. used.Select((i, k) => sloped[k]
                    ? trials.All[i].Gradients![0].Select(g => g * slopes[k]).ToArray() : null)] : null,
            }, Effort);

            // A map that bends within the noise takes lucky values for precise ones.
            double noise = trials.HasErrors
                ? Math.Sqrt(used.Average(i => Math.Pow(trials.All[i].Errors![0], 2)))
                : model.Hyperparameters.NoiseDeviation / slopes[0];
            finest = best.Model is null ? NoisePerScale * noise : finest;

            // What is compared is the likelihood of the values themselves, and of their derivatives.
            double score = model.LogLikelihood;
            for (int k = 0; k < values.Length; k++)
            {
                score += Math.Log(slopes[k]) * (sloped[k] ? 1 + derivatives : 1);
            }

            if (best.Model is null || score > best.Score)
            {
                (best, worse) = ((score, warp, model), 0);
            }
            else if (++worse == 2)
            {
                break;
            }
        }

        return (best.Warp!, best.Model!); // There is always the candidate that bends nothing.
    }

    // Of which trials the gradient is used: of the best, as many as the rows allow.
    private static bool[] Sloped(TrialSet trials, int[] used)
    {
        int room = Math.Max(1, (GradientRows - used.Length) / trials.Space.Dimensions);
        HashSet<int> chosen = [.. used
            .Where(i => trials.UsesGradients && trials.All[i].Gradients is { Length: > 0 } g && g[0].All(double.IsFinite))
            .OrderBy(trials.Value).Take(room)];
        return [.. used.Select(chosen.Contains)];
    }

    private static List<GaussianProcess> Constraints(TrialSet trials)
    {
        List<GaussianProcess> models = [];
        for (int c = 0; c < trials.Constraints; c++)
        {
            // Sign and logarithm: near 0 matters which side, far away only how far roughly (Eriksson, Poloczek,
            // arXiv:2002.08526, call it bilog).
            double[] raw = [.. trials.Constrained.Select(i => trials.All[i].Constraints[c])];
            double[] sizes = [.. raw.Select(Math.Abs).Order()];
            double scale = sizes[sizes.Length / 2] > 0 ? sizes[sizes.Length / 2] : 1;
            models.Add(GaussianProcess.Fit(new ModelData
            {
                Space = trials.Space,
                Points = [.. trials.Constrained.Select(i => trials.All[i].Point)],
                Values = [.. raw.Select(v => Math.Sign(v) * Math.Log(1 + (Math.Abs(v) / scale)))],
            }, Effort));
        }

        return models;
    }

    // Failing is learnt by least squares from -1 and 1 (Rasmussen and Williams, section 6.5).
    private static GaussianProcess? Failing(TrialSet trials) => trials.Failures == 0 ? null : GaussianProcess.Fit(
        new ModelData
        {
            Space = trials.Space,
            Points = [.. trials.All.Select(t => t.Point)],
            Values = [.. trials.All.Select(t => t.Failed() ? 1.0 : -1.0)],
        },
        Effort);
}
