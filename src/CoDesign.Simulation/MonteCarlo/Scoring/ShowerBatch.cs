namespace CoDesign.Simulation.MonteCarlo.Scoring;

/// <summary>Scores of a batch of events; the rows of every array are events.</summary>
public sealed record ShowerBatch
{
    /// <summary>Number of events.</summary>
    public required int Count { get; init; }

    /// <summary>Number of layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Number of rings; 0 if none were asked for.</summary>
    public required int Rings { get; init; }

    /// <summary>Energy in active material, [events, layers] [MeV].</summary>
    public required double[] Active { get; init; }

    /// <summary>Energy in passive material, [events, layers] [MeV].</summary>
    public required double[] Passive { get; init; }

    /// <summary>Sum of E r^2 in active material, r from the axis, [events, layers] [MeV mm2].</summary>
    public required double[] ActiveRadialMoment { get; init; }

    /// <summary>Sum of E z in active and passive material, z behind the front face, [events, layers] [MeV
    /// mm].</summary>
    public required double[] DepthMoment { get; init; }

    /// <summary>Energy that left through the front, back and side faces, [events, 3] [MeV]: kinetic energy, and for
    /// positrons 2 m_e c^2 more.</summary>
    public required double[] Leakage { get; init; }

    /// <summary>Energy in active material by ring, [events, rings] [MeV].</summary>
    public required double[] RingActive { get; init; }

    /// <summary>Energy in all material by ring, [events, rings] [MeV].</summary>
    public required double[] RingTotal { get; init; }

    /// <summary>Active energy in the cells of the grid, by event and in it by plane, j and i; empty if no grid was
    /// asked for.</summary>
    public required IReadOnlyList<CellDeposit> Cells { get; init; }

    /// <summary>Transport steps of charged particles, [events].</summary>
    public required long[] ChargedSteps { get; init; }

    /// <summary>Transport steps of photons, [events]: interactions and crossed slabs.</summary>
    public required long[] PhotonSteps { get; init; }
}
