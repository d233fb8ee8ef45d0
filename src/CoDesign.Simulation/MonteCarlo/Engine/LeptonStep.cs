using CoDesign.Simulation.MonteCarlo.Tables;

namespace CoDesign.Simulation.MonteCarlo.Engine;

/// <summary>A step of an electron or positron, filled in from its limit to its end; lengths in mm, energies in MeV. The
/// first group of fields lasts from step to step.</summary>
internal struct LeptonStep
{
    /// <summary>-1 or +1.</summary>
    public int Charge;

    /// <summary>Mean free paths left to the next candidate of a discrete interaction.</summary>
    public double ToDiscrete;

    /// <summary>Whether it has just come into this slab.</summary>
    public bool Entered;

    /// <summary>The limit of multiple scattering, set at the entrance of the slab.</summary>
    public double SlabLimit;

    /// <summary>The least limit of multiple scattering, set there too.</summary>
    public double SmallestStep;

    /// <summary>The material.</summary>
    public MaterialTables Material;

    /// <summary>The tables of the particle in it.</summary>
    public LeptonTable Table;

    /// <summary>Their values at the start, and the bin they are from.</summary>
    public LeptonNode At;

    /// <inheritdoc cref="At"/>
    public int Bin;

    /// <summary>Kinetic energy at the start.</summary>
    public double Start;

    /// <summary>Kinetic energy at the end, in the mean.</summary>
    public double MeanEnd;

    /// <summary>Distance to the nearest face.</summary>
    public double Safety;

    /// <summary>Length along the curved path.</summary>
    public double Length;

    /// <summary>Length along the direction at the start.</summary>
    public double Straight;

    /// <summary>Face that it ends at, 0 if none.</summary>
    public int Face;

    /// <summary>Whether it ends at a candidate of a discrete interaction.</summary>
    public bool Discrete;
}
