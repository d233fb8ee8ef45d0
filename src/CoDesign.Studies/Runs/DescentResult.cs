namespace CoDesign.Studies.Runs;

/// <summary>Where a descent ended.</summary>
/// <param name="Theta">Values that can be built, internal units.</param>
/// <param name="Objectives">Smooth objective of each step.</param>
/// <param name="GaveUp">Whether it ended before its last step.</param>
internal sealed record DescentResult(double[] Theta, IReadOnlyList<double> Objectives, bool GaveUp);
