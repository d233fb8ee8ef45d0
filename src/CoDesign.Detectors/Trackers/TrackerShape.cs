namespace CoDesign.Detectors.Trackers;

/// <summary>How the layers of a tracker stand.</summary>
public enum TrackerShape
{
    /// <summary>Planes across the beam axis z; a field, if any, is a dipole along y, so that tracks bend in x.</summary>
    Planes,

    /// <summary>Cylinders around the beam axis z; a field, if any, is a solenoid along z, so that tracks bend in
    /// r-phi.</summary>
    Barrel,
}
