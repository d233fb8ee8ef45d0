namespace CoDesign.Studies.Minimization;

/// <summary>What a program answered.</summary>
/// <param name="Objectives">Objectives, one or more, finite.</param>
/// <param name="Errors">Their standard errors; null when they are not known.</param>
/// <param name="Constraints">Constraints, at most 0 where the point is feasible; null when the answer has none.</param>
/// <param name="Gradients">[objectives][variables], 0 for integers and choices; null when the answer has none.</param>
public sealed record ProgramAnswer(
    double[] Objectives, double[]? Errors, double[]? Constraints, double[][]? Gradients)
{
    /// <summary>Whether the answer named its trial; a word of the program's line, not of its result.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool NamesTrial { get; init; }
}
