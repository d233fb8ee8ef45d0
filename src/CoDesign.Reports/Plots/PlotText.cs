using System.Net;

namespace CoDesign.Reports.Plots;

/// <summary>User text for plotly, which reads a subset of HTML in its labels.</summary>
internal static class PlotText
{
    private const int LongestLabel = 26;

    /// <summary>The text, escaped.</summary>
    public static string Of(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The text shortened in its middle to fit beside an axis, escaped.</summary>
    public static string Label(string text) => Of(text.Length <= LongestLabel
        ? text
        : $"{text[..(LongestLabel / 2)]}…{text[^(LongestLabel / 2 - 1)..]}");
}
