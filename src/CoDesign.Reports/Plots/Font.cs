namespace CoDesign.Reports.Plots;

/// <summary>Font of a plot: the reader's system font.</summary>
/// <param name="Size">Size [px].</param>
internal sealed record Font(double Size)
{
    public string Family { get; } =
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

    public string Color { get; } = "#1f2937";
}
