using System.Text.Json.Serialization;

namespace CoDesign.Reports.Plots;

/// <summary>A plotly trace. Only what the report uses; names as in plotly's reference.</summary>
internal sealed record Trace
{
    public string Type { get; init; } = "scatter";

    public string? Name { get; init; }

    public IReadOnlyList<double>? X { get; init; }

    public IReadOnlyList<double>? Y { get; init; }

    public string? Mode { get; init; }

    public Stroke? Line { get; init; }

    public Marker? Marker { get; init; }

    [JsonPropertyName("error_x")]
    public ErrorBars? ErrorX { get; init; }

    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    public string? Fill { get; init; }

    public string? FillColor { get; init; }

    /// <summary>Traces of one such group stand on each other.</summary>
    public string? StackGroup { get; init; }

    public string? Orientation { get; init; }

    public double? Width { get; init; }

    public bool? ShowLegend { get; init; }

    public string? LegendGroup { get; init; }

    public IReadOnlyList<string>? Text { get; init; }

    public IReadOnlyList<string>? HoverText { get; init; }

    public string? TextPosition { get; init; }

    public string? TextTemplate { get; init; }

    public string? HoverTemplate { get; init; }

    public string? HoverInfo { get; init; }

    /// <summary>A line through points.</summary>
    public static Trace Lines(IReadOnlyList<double> x, IReadOnlyList<double> y, Stroke line, string? name = null) =>
        new() { X = x, Y = y, Mode = "lines", Line = line, Name = name, ShowLegend = name is not null };

    /// <summary>Markers with vertical error bars.</summary>
    public static Trace Points(
        IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double> error, Marker marker, string name) =>
            new()
            {
                X = x,
                Y = y,
                Mode = "markers",
                Marker = marker,
                Name = name,
                ErrorY = new ErrorBars(error, marker.Color),
            };

    /// <summary>The area between two curves.</summary>
    public static Trace Band(
        IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high, string fillColor) => new()
        {
            X = [.. x, .. x.Reverse()],
            Y = [.. high, .. low.Reverse()],
            Mode = "lines",
            Line = new Stroke("rgba(0,0,0,0)", 0),
            Fill = "toself",
            FillColor = fillColor,
            HoverInfo = "skip",
            ShowLegend = false,
        };

    /// <summary>Horizontal bars at numbered positions, with error bars.</summary>
    public static Trace Bars(
        IReadOnlyList<double> position, IReadOnlyList<double> length, IReadOnlyList<double>? error, string color,
        string name) => new()
        {
            Type = "bar",
            Orientation = "h",
            X = length,
            Y = position,
            Marker = new Marker(color),
            ErrorX = error is null ? null : new ErrorBars(error, "#333333"),
            Name = name,
        };
}
