namespace CoDesign.Reports.Plots;

/// <summary>How a point or bar is drawn.</summary>
/// <param name="Color">CSS colour.</param>
/// <param name="Symbol">plotly symbol name.</param>
/// <param name="Size">Size [px].</param>
internal sealed record Marker(string Color, string? Symbol = null, double? Size = null);
