using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Bayesian;

/// <summary>Finished trials, sorted for models of one objective.</summary>
internal sealed class TrialSet
{
    private TrialSet(SearchSpace space, IReadOnlyList<Observation> finished)
    {
        Space = space;
        All = finished;
        Units = [.. finished.Select(t => space.ToUnit(t.Point))];
        Measured = [.. Enumerable.Range(0, finished.Count).Where(i => finished[i].HasResult())];
        Failures = finished.Count(t => t.Failed());
        int[] told = [.. Enumerable.Range(0, finished.Count)
            .Where(i => !finished[i].Failed() && finished[i].Constraints.Length > 0)];
        Constrained = told;
        Constraints = told.Length == 0 ? 0 : finished[told[0]].Constraints.Length;
        HasErrors = Measured.Length > 0 && Array.TrueForAll(Measured, i => finished[i].Errors is not null);
        Exactness = ExactnessOf();
        UsesGradients = !GradientAgreement.Contradicts(
            [.. Measured.Select(i => finished[i])], [.. Measured.Select(i => Units[i])]);
    }

    public SearchSpace Space { get; }

    /// <summary>All finished trials.</summary>
    public IReadOnlyList<Observation> All { get; }

    /// <summary>Their points in the unit cube.</summary>
    public double[][] Units { get; }

    /// <summary>Indices of the trials whose objective was measured.</summary>
    public int[] Measured { get; }

    /// <summary>Indices of the trials whose constraints are known; the objective need not be.</summary>
    public int[] Constrained { get; }

    /// <summary>Number of failed trials.</summary>
    public int Failures { get; }

    /// <summary>Number of constraint functions.</summary>
    public int Constraints { get; }

    /// <summary>Whether every measured objective has a known error.</summary>
    public bool HasErrors { get; }

    /// <summary>Whether gradients are believed: not when they contradict the values.</summary>
    public bool UsesGradients { get; }

    /// <summary>What is known of the noise.</summary>
    public Exactness Exactness { get; }

    public static TrialSet Of(SearchSpace space, IReadOnlyList<Observation> finished) => new(space, finished);

    /// <summary>Objective of a trial.</summary>
    public double Value(int trial) => All[trial].Objectives[0];

    /// <summary>The feasible trial with the least value; -1 when there is none.</summary>
    public int Least()
    {
        int best = -1;
        foreach (int i in Measured)
        {
            best = All[i].IsFeasible() && (best < 0 || Value(i) < Value(best)) ? i : best;
        }

        return best;
    }

    /// <summary>Points of several trials, equal in every variable, tell exact values from noisy ones.</summary>
    private Exactness ExactnessOf()
    {
        if (HasErrors)
        {
            return Measured.All(i => All[i].Errors![0] == 0) ? Exactness.Exact : Exactness.Noisy;
        }

        bool repeated = false;
        var seen = new Dictionary<string, double>();
        foreach (int i in Measured)
        {
            string key = string.Join(' ', All[i].Point.Select(BitConverter.DoubleToInt64Bits));
            if (seen.TryGetValue(key, out double value))
            {
                if (value != Value(i))
                {
                    return Exactness.Noisy;
                }

                repeated = true;
            }

            seen[key] = Value(i);
        }

        return repeated ? Exactness.Exact : Exactness.Unknown;
    }
}
