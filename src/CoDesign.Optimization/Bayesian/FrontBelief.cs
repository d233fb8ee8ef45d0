using CoDesign.Optimization.Bayesian.Acquisitions;
using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>What a search of several objectives believes: independent models of objectives, constraints and of failing,
/// and the front so far.</summary>
internal sealed record FrontBelief
{
    public required IReadOnlyList<GaussianProcess> Objectives { get; init; }

    public required IReadOnlyList<GaussianProcess> Constraints { get; init; }

    /// <summary>Model of failing; null when no trial failed.</summary>
    public required GaussianProcess? Failing { get; init; }

    public required double[] Reference { get; init; }

    /// <summary>Feasible trials, and pending points where they are expected: place and objectives of the models.</summary>
    public required IReadOnlyList<(double[] Unit, double[] Values)> Feasible { get; init; }

    /// <summary>All trials with a result, feasible or not: place and objectives of the models; and pending points.</summary>
    public required IReadOnlyList<(double[] Unit, double[] Values)> Measured { get; init; }

    /// <summary>Points of the front in the unit cube.</summary>
    public IReadOnlyList<double[]> Front() =>
        [.. Dominance.NonDominated([.. Feasible.Select(f => f.Values)]).Select(i => Feasible[i].Unit)];

    /// <summary>What an evaluation is worth: the hypervolume it is expected to add, times the probability that the
    /// constraints hold; that alone where nothing is feasible yet.</summary>
    public IAcquisition Acquisition()
    {
        if (Feasible.Count == 0 && Constraints.Count > 0)
        {
            return new Feasibility(null, Constraints, Failing);
        }

        LogHypervolumeImprovement improvement = Improvement(Feasible);
        return Constraints.Count == 0 && Failing is null
            ? improvement : new Feasibility(improvement, Constraints, Failing);
    }

    /// <summary>The hypervolume that an evaluation is expected to add to that of all trials, feasible or not.</summary>
    public IAcquisition Probe()
    {
        LogHypervolumeImprovement improvement = Improvement(Measured);
        return Failing is null ? improvement : new Feasibility(improvement, [], Failing);
    }

    /// <summary>The belief if a point that is being evaluated gave what is expected there (kriging believer).</summary>
    public FrontBelief With(double[] unit)
    {
        double[] expected = [.. Objectives.Select(m => m.At(unit).Mean)];
        double[] constraints = [.. Constraints.Select(c => c.At(unit).Mean)];
        return this with
        {
            Objectives = [.. Objectives.Select((m, i) => m.With(unit, expected[i]))],
            Constraints = [.. Constraints.Select((c, i) => c.With(unit, constraints[i]))],
            Failing = Failing?.With(unit, Failing.At(unit).Mean),
            Measured = [.. Measured, (unit, expected)],
            Feasible = constraints.All(c => c <= 0) && !(Failing?.At(unit).Mean > 0)
                ? [.. Feasible, (unit, expected)] : Feasible,
        };
    }

    /// <summary>Fits the models.</summary>
    /// <param name="problem">Problem.</param>
    /// <param name="finished">Finished trials, two with a result at least.</param>
    public static FrontBelief Fit(SearchProblem problem, IReadOnlyList<Observation> finished)
    {
        Observation[] results = [.. finished.Where(o => o.HasResult())];
        double[] reference = problem.ReferencePoint ?? ReferencePoint.Of(finished);
        bool known = results.All(o => o.Errors is not null);
        bool exact = known && results.All(o => o.Errors!.All(e => e == 0));
        var scales = new ObjectiveScale[reference.Length];
        var models = new GaussianProcess[reference.Length];
        for (int m = 0; m < models.Length; m++)
        {
            int objective = m;
            scales[m] = new ObjectiveScale(reference[m], Range([.. results.Select(o => o.Objectives[objective])], reference[m]));
            models[m] = Model(problem, results, o => scales[objective].At(o.Objectives[objective]), known
                ? o => Math.Pow(o.Errors![objective] * scales[objective].Slope(o.Objectives[objective]), 2) : null);
        }

        (double[] Unit, double[] Values)[] measured = [.. results.Select(trial =>
        {
            double[] unit = problem.Space.ToUnit(trial.Point);
            // The best of noisy values is too good; what the model expects is not.
            return (unit, exact
                ? trial.Objectives.Select((f, m) => scales[m].At(f)).ToArray() : [.. models.Select(m => m.At(unit).Mean)]);
        })];
        return new FrontBelief
        {
            Objectives = models,
            Constraints = ConstraintModels(problem, finished, exact),
            Failing = FailingModel(problem, finished),
            Reference = reference,
            Measured = measured,
            Feasible = [.. measured.Where((_, i) => results[i].IsFeasible())],
        };
    }

    /// <summary>The probability that a point is feasible, from trials of which hardly any has objectives; null where they
    /// say nothing of constraints either.</summary>
    /// <param name="problem">Problem.</param>
    /// <param name="finished">Finished trials.</param>
    public static IAcquisition? TowardsFeasible(SearchProblem problem, IReadOnlyList<Observation> finished)
    {
        List<GaussianProcess> constraints = ConstraintModels(problem, finished, exact: false);
        return constraints.Count == 0 ? null : new Feasibility(null, constraints, FailingModel(problem, finished));
    }

    private static GaussianProcess? FailingModel(SearchProblem problem, IReadOnlyList<Observation> finished) =>
        finished.Any(o => o.Failed()) ? Model(problem, finished, o => o.Failed() ? 1 : -1, null) : null;

    private LogHypervolumeImprovement Improvement(IReadOnlyList<(double[] Unit, double[] Values)> known) => new(
        Objectives, BoxDecomposition.NonDominated([.. known.Select(f => f.Values)], Reference));

    // The values between the best and the reference; without any there, the spread of all.
    private static double Range(double[] values, double reference)
    {
        double inside = reference - values.Min();
        double all = values.Max() - values.Min();
        return inside > 0 ? inside : all > 0 ? all : 1;
    }

    // Trials that were known to break a constraint tell of constraints alone.
    private static List<GaussianProcess> ConstraintModels(
        SearchProblem problem, IReadOnlyList<Observation> finished, bool exact)
    {
        Observation[] told = [.. finished.Where(o => !o.Failed() && o.Constraints.Length > 0)];
        List<GaussianProcess> models = [];
        for (int c = 0; told.Length >= 2 && c < told[0].Constraints.Length; c++)
        {
            int constraint = c;
            double[] sizes = [.. told.Select(o => Math.Abs(o.Constraints[constraint])).Order()];
            double scale = sizes[sizes.Length / 2] is var middle and > 0 ? middle : 1;
            models.Add(Model(
                problem, told, o => Bilog(o.Constraints[constraint] / scale), exact ? _ => 0 : null));
        }

        return models;
    }

    // Only the sign of a constraint matters, and where it changes: large values are drawn together (D. Eriksson,
    // M. Poloczek, AISTATS 2021, section 3).
    private static double Bilog(double value) => Math.Sign(value) * double.LogP1(Math.Abs(value));

    private static GaussianProcess Model(
        SearchProblem problem, IReadOnlyList<Observation> trials, Func<Observation, double> value,
        Func<Observation, double>? variance) => GaussianProcess.Fit(
            new ModelData
            {
                Space = problem.Space,
                Points = [.. trials.Select(o => o.Point)],
                Values = [.. trials.Select(value)],
                Variances = variance is null ? null : [.. trials.Select(variance)],
            },
            new ModelOptions());
}
