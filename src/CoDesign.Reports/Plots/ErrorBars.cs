namespace CoDesign.Reports.Plots;

/// <summary>Symmetric error bars.</summary>
/// <param name="Array">Half lengths; not finite draws none.</param>
/// <param name="Color">CSS colour.</param>
internal sealed record ErrorBars(IReadOnlyList<double> Array, string Color)
{
    public string Type { get; } = "data";

    public double Thickness { get; init; } = 1.3;

    public double Width { get; init; } = 3;
}
