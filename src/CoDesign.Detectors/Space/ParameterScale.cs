namespace CoDesign.Detectors.Space;

/// <summary>The scale on which a parameter is searched.</summary>
public enum ParameterScale
{
    /// <summary>Equal steps are equal differences.</summary>
    Linear,

    /// <summary>Equal steps are equal ratios; the bounds are positive.</summary>
    Log,
}
