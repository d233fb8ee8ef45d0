namespace CoDesign.Studies.Judging;

/// <summary>What a reader should know of a judge beyond its verdict.</summary>
/// <param name="Warnings">What to be careful with.</param>
/// <param name="NotModelled">What the judge leaves out.</param>
internal sealed record JudgeRemarks(IReadOnlyList<string> Warnings, IReadOnlyList<string> NotModelled);
