namespace CoDesign.Optimization.Pareto;

/// <summary>A box in the space of objectives.</summary>
/// <param name="Lower">Lower corner, [objectives]; may be minus infinity.</param>
/// <param name="Upper">Upper corner, [objectives].</param>
public sealed record ObjectiveBox(double[] Lower, double[] Upper);
