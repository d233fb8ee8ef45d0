namespace CoDesign.Reports.Plots;

/// <summary>An axis.</summary>
internal sealed record Axis
{
    public AxisTitle? Title { get; init; }

    /// <summary>"log" or null.</summary>
    public string? Type { get; init; }

    /// <summary>Limits; of the decimal logarithm on a log axis.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    public string? RangeMode { get; init; }

    public IReadOnlyList<double>? TickVals { get; init; }

    public IReadOnlyList<string>? TickText { get; init; }

    public string? TickFormat { get; init; }

    public string? TickSuffix { get; init; }

    public string? ExponentFormat { get; init; } = "power";

    public int? NTicks { get; init; }

    public bool ZeroLine { get; init; }

    public string ZeroLineColor { get; } = "#9ca3af";

    public bool ShowLine { get; } = true;

    public string LineColor { get; } = "#9ca3af";

    public string GridColor { get; } = "#e5e7eb";

    public bool? ShowGrid { get; init; }

    public string? Ticks { get; init; } = "outside";

    public string TickColor { get; } = "#9ca3af";

    public bool AutoMargin { get; } = true;

    public string? Side { get; init; }

    /// <summary>False for an axis that is not drawn at all.</summary>
    public bool? Visible { get; init; }

    public static Axis Linear(string title) => new() { Title = new AxisTitle(title) };

    public static Axis Log(string title, double low, double high)
    {
        double[] ticks = LogTicks.Between(low, high);
        return new()
        {
            Title = new AxisTitle(title),
            Type = "log",
            TickVals = ticks,
            TickText = [.. ticks.Select(LogTicks.Label)],
        };
    }

    /// <summary>Numbered rows from top to bottom, labelled; positions 0, 1, ...</summary>
    public static Axis Rows(IEnumerable<string> labels)
    {
        string[] text = [.. labels.Select(label => PlotText.Label(label))];
        return new()
        {
            TickVals = [.. Enumerable.Range(0, text.Length).Select(i => (double)i)],
            TickText = text,
            Range = [text.Length - 0.4, -0.6],
            Ticks = "",
            ShowGrid = false,
        };
    }
}
