namespace CoDesign.Physics.Electronics;

/// <summary>Shape factors of a pulse shaper for its noise.</summary>
/// <remarks>Source: Spieler, Semiconductor Detector Systems (2005).</remarks>
/// <param name="Parallel">F_i, for current noise, positive.</param>
/// <param name="Series">F_v, for voltage noise, positive.</param>
/// <param name="Flicker">F_vf, for 1/f voltage noise, positive.</param>
public readonly record struct ShapingFactors(double Parallel, double Series, double Flicker)
{
    /// <summary>One differentiation and one integration of equal time constants: F_i = F_v = e^2/8 and F_vf = e^2/2,
    /// which tables round to 4.</summary>
    public static ShapingFactors CrRc { get; } = new(Math.E * Math.E / 8, Math.E * Math.E / 8, Math.E * Math.E / 2);

    /// <summary>One differentiation and four integrations: F_i = 0.45, F_v = 1.02, F_vf = 3.6.</summary>
    public static ShapingFactors CrRc4 { get; } = new(0.45, 1.02, 3.6);
}
