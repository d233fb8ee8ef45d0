namespace CoDesign.Reports;

/// <summary>The plotly.js that reports embed: the minified "cartesian" bundle, fetched by npm when this project is
/// built.
/// </summary>
public static class PlotlyBundle
{
    /// <summary>Text of the script, about 1.5 MB.</summary>
    public static string Text { get; } = Resource.Read("plotly.js");
}
