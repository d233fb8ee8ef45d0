namespace CoDesign.Simulation.MonteCarlo.Tables;

/// <summary>What transport asks of an electron or positron at one energy; together in one cache line.</summary>
internal struct LeptonNode
{
    /// <summary>Mean loss by collisions and photons below the cuts [MeV/mm].</summary>
    public double Loss;

    /// <summary>Range in the continuous slowing-down of that loss [mm].</summary>
    public double Range;

    /// <summary>Discrete interactions per length [1/mm].</summary>
    public double Discrete;

    /// <summary>The most discrete interactions per length at this or any lower energy [1/mm]: a step that loses energy
    /// sees no more.</summary>
    public double Majorant;

    /// <summary>Knocked-on electrons among them [1/mm].</summary>
    public double KnockOn;

    /// <summary>Annihilations in flight among them [1/mm]; the rest is bremsstrahlung.</summary>
    public double Annihilation;

    /// <summary>Transport mean free path of elastic scattering [mm].</summary>
    public double TransportPath;
}
