namespace CoDesign.Simulation.Random;

/// <summary>What a random number is for. Streams of different purposes are independent; the values are part of the
/// definition of an event and never change.</summary>
public enum RandomPurpose
{
    /// <summary>Kinematics of the primary: energy, impact point, direction.</summary>
    Primary = 1,
    /// <summary>Shape of the longitudinal profile and the conversion depth.</summary>
    ShowerShape = 2,
    /// <summary>Sampling fluctuations of a section and cell.</summary>
    Sampling = 3,
    /// <summary>Photo-statistics of a channel.</summary>
    PhotoStatistics = 4,
    /// <summary>Electronics noise of a channel.</summary>
    ElectronicsNoise = 5,
    /// <summary>Calibration error of a channel.</summary>
    Calibration = 6,
    /// <summary>Fluctuation of the multiplication of a channel.</summary>
    Multiplication = 8,
    /// <summary>Pairing and orientation of two photons.</summary>
    Pairing = 7,
    /// <summary>Monte Carlo transport of the event.</summary>
    Transport = 9,
    /// <summary>How cells share a section's energy.</summary>
    LateralSharing = 10,
    /// <summary>Wander of the shower's axis.</summary>
    ShowerAxis = 11,
    /// <summary>Scattering of a track in each layer.</summary>
    TrackScattering = 12,
    /// <summary>Measurement errors of the hits of a track.</summary>
    HitError = 13,
    /// <summary>Whether a layer has a hit of a track.</summary>
    HitEfficiency = 14,
    /// <summary>Whether the charge of a hit of a track is shared.</summary>
    HitShape = 15,
    /// <summary>Where a track begins.</summary>
    Vertex = 20,
}
