namespace CoDesign.Simulation.Events;

/// <summary>Primary particles that an electromagnetic shower starts from.</summary>
public enum ParticleKind
{
    /// <summary>Electron.</summary>
    Electron,
    /// <summary>Photon.</summary>
    Gamma,
    /// <summary>Positron.</summary>
    Positron,
}
