namespace CoDesign.Simulation.MonteCarlo.Scoring;

/// <summary>What is recorded of each event beyond the energy per layer and the leakage.</summary>
public sealed record ScoringOptions
{
    /// <summary>Edges of rings around the axis (x = y = 0) [mm], rising from 0; the last ring takes all beyond. Empty:
    /// no rings.</summary>
    public IReadOnlyList<double> RingEdges { get; init; } = [];

    /// <summary>Side of a cell of the grid [mm]; null: no grid. Cell (0, 0) has its centre on the axis.</summary>
    public double? CellSize { get; init; }

    /// <summary>Layers summed into one plane of the grid, [layers]: plane of each layer, from 0; null: a plane a
    /// layer.</summary>
    public IReadOnlyList<int>? Planes { get; init; }

    /// <summary>The grid has 2 CellReach + 1 cells a side; energy outside is not in the grid.</summary>
    public int CellReach { get; init; } = 1000;
}
