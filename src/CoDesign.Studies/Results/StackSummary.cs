namespace CoDesign.Studies.Results;

/// <summary>The stack, for the drawing.</summary>
/// <param name="Sections">Sections in beam order.</param>
/// <param name="CellMm">Side of a cell [mm].</param>
/// <param name="CellCount">Cells per side read out around the impact.</param>
/// <param name="DepthMm">Total depth [mm].</param>
/// <param name="RadiationLengths">Total depth [X0].</param>
public sealed record StackSummary(
    IReadOnlyList<SectionSummary> Sections, double CellMm, int CellCount, double DepthMm, double RadiationLengths)
    : LayoutSummary;
