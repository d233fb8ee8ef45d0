using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoDesign.Studies.Minimization;

/// <summary>One finished trial.</summary>
public sealed record TrialSummary
{
    /// <summary>Its number, from 1.</summary>
    public required int Trial { get; init; }

    /// <summary>Parameters as the program saw them.</summary>
    public required JsonNode Parameters { get; init; }

    /// <summary>Objectives; absent when it failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Objectives { get; init; }

    /// <summary>Their standard errors; absent when the program gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Errors { get; init; }

    /// <summary>Constraints; absent when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Constraints { get; init; }

    /// <summary>Whether it has a result that satisfies every constraint.</summary>
    public required bool Feasible { get; init; }

    /// <summary>Probability, in the Pareto set, that no trial is better within the errors of the objectives; absent when the
    /// program gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>Why it failed; absent when it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Failure { get; init; }

    /// <summary>Wall-clock time of the evaluation [s].</summary>
    public required double Seconds { get; init; }
}
