namespace CoDesign.Studies.Results;

/// <summary>What a curve is drawn against.</summary>
/// <param name="Label">The quantity, as "energy E".</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Scale">"log" or "linear".</param>
public sealed record CurveAxis(string Label, string Unit, string Scale)
{
    /// <summary>Energy on a logarithmic axis.</summary>
    public static CurveAxis Energy { get; } = new("energy E", "GeV", "log");

    /// <summary>Transverse momentum on a logarithmic axis.</summary>
    public static CurveAxis TransverseMomentum { get; } = new("transverse momentum pT", "GeV", "log");

    /// <summary>Polar angle.</summary>
    public static CurveAxis PolarAngle { get; } = new("polar angle", "deg", "linear");
}
