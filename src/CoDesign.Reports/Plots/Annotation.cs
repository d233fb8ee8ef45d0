namespace CoDesign.Reports.Plots;

/// <summary>Text at a place of a plot; user text goes through <see cref="PlotText"/>.</summary>
/// <param name="X">Place on the horizontal axis.</param>
/// <param name="Y">Place on the vertical axis.</param>
/// <param name="Text">Text.</param>
internal sealed record Annotation(double X, double Y, string Text)
{
    public bool ShowArrow { get; }

    /// <summary>"left", "center" or "right": the side of the text that is at the place.</summary>
    public string XAnchor { get; init; } = "center";

    /// <summary>"top", "middle" or "bottom".</summary>
    public string YAnchor { get; init; } = "middle";

    /// <summary>Distance from the place [px].</summary>
    public double XShift { get; init; }

    public Font Font { get; init; } = new(11);

    /// <summary>Keeps the text readable over lines.</summary>
    public string BgColor { get; } = "rgba(255,255,255,0.8)";

    public double BorderPad { get; } = 0.5;
}
