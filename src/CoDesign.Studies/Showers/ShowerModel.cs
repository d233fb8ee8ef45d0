namespace CoDesign.Studies.Showers;

/// <summary>What simulates showers.</summary>
public enum ShowerModel
{
    /// <summary>Particle transport.</summary>
    MonteCarlo,

    /// <summary>Closed forms after Grindhammer and Peters.</summary>
    Parametric,
}
