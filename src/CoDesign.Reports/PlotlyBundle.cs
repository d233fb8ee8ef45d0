using System.Text.RegularExpressions;

namespace CoDesign.Reports;

/// <summary>The plotly.js that reports embed: the minified "basic" bundle (lines, points, bars), from the package
/// Plotly.Blazor.</summary>
public static partial class PlotlyBundle
{
    /// <summary>Text of the script, about 1.1 MB.</summary>
    public static string Text { get; } = Resource.Read("plotly.js");

    /// <summary>Its version, from the first lines of the script.</summary>
    public static string Version { get; } = FirstVersion().Match(Text[..500]).Groups[1].Value;

    [GeneratedRegex(@"plotly\.js[^\n]* v([0-9.]+)")]
    private static partial Regex FirstVersion();
}
