namespace CoDesign.Physics.Tracking;

/// <summary>Numbers of measuring planes at the start, the middle and the end of a track.</summary>
/// <param name="Inner">Planes at the start.</param>
/// <param name="Middle">Planes in the middle.</param>
/// <param name="Outer">Planes at the end.</param>
public readonly record struct PlaneSplit(int Inner, int Middle, int Outer);
