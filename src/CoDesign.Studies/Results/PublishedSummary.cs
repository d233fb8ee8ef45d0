namespace CoDesign.Studies.Results;

/// <summary>A published number beside the simulated one.</summary>
/// <param name="Curve">Name of the curve.</param>
/// <param name="At">Where on the curve.</param>
/// <param name="AtUnit">Unit of that.</param>
/// <param name="Published">The published number; its error is not finite where none is stated.</param>
/// <param name="Baseline">The simulated baseline, between the points of its curve; not finite outside them.</param>
/// <param name="Source">Where it is published.</param>
public sealed record PublishedSummary(
    string Curve, double At, string AtUnit, MetricSummary Published, MetricSummary Baseline, string Source);
