namespace CoDesign.Detectors.Space;

/// <summary>
/// The stage of the detector a parameter belongs to, for the comparison of joint and sequential design.
/// </summary>
public enum ParameterStage
{
    /// <summary>Layers, sizes, materials.</summary>
    Geometry,

    /// <summary>Sensors and electronics.</summary>
    Readout,
}
