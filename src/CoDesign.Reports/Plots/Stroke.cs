namespace CoDesign.Reports.Plots;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">CSS colour.</param>
/// <param name="Width">Width [px].</param>
/// <param name="Dash">"solid", "dash", "dot", "dashdot".</param>
/// <param name="Shape">"linear", or "hv" for steps.</param>
internal sealed record Stroke(string Color, double Width = 2, string? Dash = null, string? Shape = null);
