using CoDesign.Physics;

namespace CoDesign.Studies.Kinds;

/// <summary>A curve that a kind of detector reports, with its units.</summary>
/// <param name="Name">Its name in results.</param>
/// <param name="Axis">Unit of its axis.</param>
/// <param name="Value">Unit of its values.</param>
internal sealed record CurveForm(string Name, Unit Axis, Unit Value);
