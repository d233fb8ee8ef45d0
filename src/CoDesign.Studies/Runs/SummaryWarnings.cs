using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>What a reader should be careful with, in words.</summary>
internal static class SummaryWarnings
{
    // What a gradient check looks for; with a larger error it cannot find it.
    private const double Tolerance = 0.01;
    private const double Sigmas = 3;

    /// <summary>Parameters at a bound, in one sentence for each of the two.</summary>
    /// <param name="parameters">Parameters of the optimum by name.</param>
    public static IEnumerable<string> AtBounds(IReadOnlyDictionary<string, ParameterSummary> parameters) =>
        parameters.Where(p => p.Value.AtBound is not null).GroupBy(p => p.Value.AtBound).Select(bound =>
            $"{string.Join(", ", Words(bound, parameters))} {(bound.Count() == 1 ? "is at its" : "are at their")} "
            + $"{bound.Key} bound: the optimum may lie beyond what the study allows.");

    // Single parameters by name, elements of an array by their number.
    private static IEnumerable<string> Words(
        IEnumerable<KeyValuePair<string, ParameterSummary>> some, IReadOnlyDictionary<string, ParameterSummary> all) =>
        some.GroupBy(p => p.Value.Array ?? p.Key).Select(group => group.First().Value.Array is null || group.Count() == 1
            ? group.First().Key
            : $"{group.Count()} of {all.Values.Count(p => p.Array == group.Key)} elements of {group.Key}");

    /// <summary>Designs on the way that had no value.</summary>
    /// <param name="reasons">Why, one by one.</param>
    public static IEnumerable<string> Refused(IReadOnlyList<string> reasons)
    {
        if (reasons.Count > 0)
        {
            yield return $"{reasons.Count} design{(reasons.Count == 1 ? "" : "s")} on the way had no value and "
                + $"{(reasons.Count == 1 ? "was" : "were")} counted as not allowed; the optimisation went on from the last "
                + $"good one with a shorter step. The first: {reasons[0]}.";
        }
    }

    /// <summary>A gradient check that failed or says nothing.</summary>
    /// <param name="check">The check.</param>
    public static IEnumerable<string> Gradient(GradientCheckSummary check)
    {
        if (check.Vanishes)
        {
            yield return "The gradient check says nothing: the gradient vanishes along the direction.";
        }
        else if (!(check.Error < Tolerance))
        {
            yield return "The gradient check says nothing: autograd and differences scatter by more than 1 % from batch "
                + "to batch.";
        }
        else if (Math.Abs(check.RelativeDifference) > Tolerance + (Sigmas * check.Error))
        {
            yield return "The gradient check fails: autograd and differences disagree by more than 1 %.";
        }
    }
}
