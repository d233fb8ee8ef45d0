using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>What the numbers themselves give reason to warn of, where the study has not said it already.</summary>
internal static class Findings
{
    /// <summary>A gain below so many standard errors is called consistent with zero.</summary>
    public const double Significant = 2;

    /// <summary>A gradient may differ from the differences by this share, which is what studies ask for.</summary>
    public const double GradientTolerance = 0.01;

    /// <summary>And by so many standard errors beyond it.</summary>
    public const double GradientErrors = 3;

    /// <summary>A gradient check with a larger relative error than this cannot tell right from wrong.</summary>
    public const double BlindGradientCheck = 0.01;

    public static IReadOnlyList<string> Of(StudySummary summary)
    {
        var found = new List<string>();
        if (summary.Quick && !Said(summary, "quick run"))
        {
            found.Add("This was a quick run with fewer events and steps: use it to test the study, not to decide on a "
                + "design.");
        }

        if (IsConsistentWithZero(summary.Gain))
        {
            found.Add("The gain is consistent with zero.");
        }

        found.AddRange(summary.Constraints
            .Where(constraint => !constraint.Value.Satisfied && !Said(summary, constraint.Key))
            .Select(constraint => $"The optimum does not satisfy the constraint {constraint.Key}."));
        found.AddRange(AtBounds(summary));
        if (Check(summary.GradientCheck) == GradientVerdict.Fails)
        {
            found.Add("The gradient check failed: the optimisation may have followed a wrong gradient.");
        }

        string[] unknown = [.. MetricsWithoutError(summary)];
        if (unknown.Length > 0)
        {
            found.Add($"No usable error is known for: {string.Join(", ", unknown)}.");
        }

        return found;
    }

    public static bool IsConsistentWithZero(GainSummary gain) => !(Math.Abs(gain.Value) > Significant * gain.Error);

    public static GradientVerdict Check(GradientCheckSummary check)
    {
        if (!double.IsFinite(check.RelativeDifference) || !double.IsFinite(check.Error))
        {
            return GradientVerdict.Inconclusive;
        }

        if (check.Error > BlindGradientCheck)
        {
            return GradientVerdict.Inconclusive;
        }

        return Math.Abs(check.RelativeDifference) > GradientTolerance + (GradientErrors * check.Error)
            ? GradientVerdict.Fails : GradientVerdict.Passes;
    }

    private static IEnumerable<string> AtBounds(StudySummary summary)
    {
        ParameterGroups groups = ParameterGroups.Of(summary.Optimum.Parameters.Keys);
        // A choice has an order in its file only, and so no bounds to be at.
        bool AtBound(string name) => summary.Optimum.Parameters[name] is { AtBound: not null } parameter
            && !ChoiceWords.IsChoice(parameter);
        return groups.Single.Where(name => AtBound(name) && !Said(summary, name))
            .Select(name => $"{name} is at its {summary.Optimum.Parameters[name].AtBound} bound: the optimum may lie "
                + $"beyond.")
            .Concat(groups.Arrays.Where(array => array.Names.Any(AtBound) && !Said(summary, array.Prefix))
                .Select(array => $"{array.Names.Count(AtBound)} of the {array.Names.Count} elements of {array.Prefix} "
                    + $"are at a bound: the optimum may lie beyond."));
    }

    private static bool Said(StudySummary summary, string name) =>
        summary.Warnings.Any(warning => warning.Contains(name, StringComparison.Ordinal));

    private static IEnumerable<string> MetricsWithoutError(StudySummary summary) =>
        summary.Baseline.Metrics.Concat(summary.Optimum.Metrics)
            .Where(metric => !double.IsFinite(metric.Value.Value) || !double.IsFinite(metric.Value.Error))
            .Select(metric => metric.Key).Distinct();
}
