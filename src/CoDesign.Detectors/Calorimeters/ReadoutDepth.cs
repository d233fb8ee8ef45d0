namespace CoDesign.Detectors.Calorimeters;

/// <summary>How the layers of a tower share channels.</summary>
public enum ReadoutDepth
{
    /// <summary>One channel reads all layers of a tower.</summary>
    Summed,

    /// <summary>One channel reads the layers of one section of a tower.</summary>
    PerSection,
}
