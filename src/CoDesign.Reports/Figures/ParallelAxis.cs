using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>An axis of parallel coordinates: values have places from 0 (bottom) to 1 (top).</summary>
internal sealed class ParallelAxis
{
    // A range of more than this factor is logarithmic.
    private const double WideSpan = 10;
    private const int Intervals = 4;

    private readonly double _low;
    private readonly double _span;
    private readonly bool _isLogarithmic;

    private ParallelAxis(string title, double low, double high, bool isLogarithmic)
    {
        Title = title;
        _isLogarithmic = isLogarithmic;
        _low = Scaled(low);
        double span = Scaled(high) - _low;
        _span = span > 0 ? span : 1;
    }

    /// <summary>Title, as plotly reads it.</summary>
    public string Title { get; }

    /// <summary>Labels and their places, as plotly reads them.</summary>
    public IReadOnlyList<(double Place, string Text)> Ticks { get; private init; } = [];

    /// <summary>Half the height that lines of one value may be spread over; 0 for numbers.</summary>
    public double Room { get; private init; }

    /// <summary>A parameter between its bounds.</summary>
    public static ParallelAxis Of(string name, ParameterSummary parameter, ChoiceWords words)
    {
        string title = Broken(ParameterText.Named(name, parameter.Unit));
        return ChoiceWords.IsChoice(parameter) ? Choices(title, parameter.Bounds[0], words.All(name, parameter))
            : Numbers(title, parameter.Bounds[0], parameter.Bounds[1], parameter.Kind != "continuous");
    }

    /// <summary>Numbers between two.</summary>
    /// <param name="title">Title, escaped.</param>
    /// <param name="low">Value at the bottom.</param>
    /// <param name="high">Value at the top.</param>
    /// <param name="isWhole">Whether only whole numbers are labelled.</param>
    /// <param name="wideSpan">Factor between the two from which on the axis is logarithmic.</param>
    public static ParallelAxis Numbers(
        string title, double low, double high, bool isWhole = false, double wideSpan = WideSpan)
    {
        var axis = new ParallelAxis(title, low, high, low > 0 && high > wideSpan * low);
        IEnumerable<double> ticks = (axis._isLogarithmic
            ? LogTicks.Between(low, high) : NiceTicks.Between(low, high, Intervals))
            .Where(tick => !isWhole || tick == Math.Round(tick));
        return new ParallelAxis(title, low, high, axis._isLogarithmic)
        {
            Ticks = [.. ticks.Select(tick => (axis.Place(tick), Label(tick)))
                .Where(tick => tick.Item1 is >= -1e-6 and <= 1 + 1e-6)],
        };
    }

    /// <summary>Place of a value; not a number where it has none.</summary>
    public double Place(double value) => (Scaled(value) - _low) / _span;

    /// <summary>Name and unit in lines that fit between two axes.</summary>
    public static string Broken(string title) => PlotText.Of(title).Replace("_", "<br>").Replace(" [", "<br>[");

    // Each choice has a band of its own, in the middle of which it stands.
    private static ParallelAxis Choices(string title, double first, IReadOnlyList<string> words)
    {
        double low = first - 0.5, high = first + words.Count - 0.5;
        var axis = new ParallelAxis(title, low, high, isLogarithmic: false);
        return new ParallelAxis(title, low, high, isLogarithmic: false)
        {
            Ticks = [.. words.Select((word, i) => (axis.Place(first + i), PlotText.Label(word)))],
            Room = 0.35 / words.Count,
        };
    }

    private static string Label(double tick) => tick switch
    {
        0 => "0",
        < 0 => $"−{LogTicks.Label(-tick)}",
        _ => LogTicks.Label(tick),
    };

    private double Scaled(double value) =>
        !_isLogarithmic ? value : value > 0 ? Math.Log(value) : double.NaN;
}
