namespace CoDesign.Detectors.Configuration;

/// <summary>A list of values of one kind.</summary>
/// <param name="Item">The schema of every item.</param>
/// <param name="MinimumCount">Fewest items allowed.</param>
/// <param name="MaximumCount">Most items allowed.</param>
public sealed record ListSchema(SchemaNode Item, int MinimumCount = 0, int MaximumCount = int.MaxValue) : SchemaNode;
