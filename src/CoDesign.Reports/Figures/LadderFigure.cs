using System.Globalization;
using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>The descoping ladder: what the designs of a front are at each level of the limit.</summary>
internal static class LadderFigure
{
    // A parameter's axis spans at least this share of its bounds, so that noise does not look like a change.
    private const double LeastSpan = 0.06;

    /// <summary>"80 %".</summary>
    public static string Level(FrontPoint point) => point.Level is { } level
        ? (100 * level).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "";

    /// <summary>Loss over the optimum and loss of each step against the level, which falls to the right.</summary>
    public static Plot Losses(TradeoffSummary tradeoff)
    {
        FrontPoint[] points = [.. tradeoff.Gradient.Points.Where(point => point.Level is not null)];
        double[] levels = Levels(points);
        return new Plot(
            [
                Trace.Points(levels, [.. points.Select(p => 100 * p.Loss)], [.. points.Select(p => 100 * p.LossError)],
                    new Marker(Palette.Blue, "circle", 8), "over the optimum") with
                {
                    Mode = "lines+markers",
                    Line = new Stroke(Palette.Blue, 1.5),
                    HoverTemplate = "%{y:.3g} ± %{error_y.array:.2g} %",
                },
                Trace.Points(levels, [.. points.Select(p => 100 * (p.StepLoss ?? double.NaN))],
                    [.. points.Select(p => 100 * (p.StepLossError ?? double.NaN))],
                    new Marker(Palette.Vermilion, "diamond", 7), "of this step") with
                {
                    HoverTemplate = "%{y:.3g} ± %{error_y.array:.2g} %",
                },
            ],
            new Layout
            {
                XAxis = LevelAxis(tradeoff, levels),
                YAxis = Axis.Linear("loss of the objective [%]") with { ZeroLine = true, NTicks = 7 },
            });
    }

    /// <summary>A parameter against the level.</summary>
    public static Plot Parameter(
        TradeoffSummary tradeoff, string name, ParameterSummary parameter, ChoiceWords words)
    {
        FrontPoint[] points = [.. tradeoff.Gradient.Points.Where(point => point.Level is not null)];
        double[] values = [.. points.Select(point => point.Parameters.GetValueOrDefault(name, double.NaN))];
        IReadOnlyList<string> labels = words.Labels(name, parameter);
        double[] known = [.. values.Where(double.IsFinite)];
        double middle = known.Length == 0 ? 0 : (known.Min() + known.Max()) / 2;
        double half = Math.Max(
            known.Length == 0 ? 1 : 0.6 * (known.Max() - known.Min()),
            LeastSpan / 2 * (parameter.Bounds[1] - parameter.Bounds[0]));
        half = parameter.Kind == "continuous" ? half : Math.Max(half, 0.8);
        return new Plot(
            [
                Trace.Lines(Levels(points), values, new Stroke(Palette.Blue, 1.5)) with
                {
                    Mode = "lines+markers",
                    Marker = new Marker(Palette.Blue, "circle", 6),
                    HoverText = [.. points.Select(p => PlotText.Of(p.Words.GetValueOrDefault(name, "")))],
                    HoverTemplate = "%{hovertext}<extra></extra>",
                },
            ],
            new Layout
            {
                XAxis = LevelAxis(tradeoff, Levels(points)) with { Title = new AxisTitle("limit [%]"), NTicks = 5 },
                YAxis = Axis.Linear("") with
                {
                    Title = labels.Count > 0 || parameter.Unit.Length == 0
                        ? null : new AxisTitle(PlotText.Label(parameter.Unit)),
                    Range = labels.Count > 0
                        ? [parameter.Bounds[0] - 0.5, parameter.Bounds[1] + 0.5] : [middle - half, middle + half],
                    TickVals = Ticks(parameter, labels, middle - half, middle + half),
                    TickText = labels.Count == 0 ? null : [.. labels.Select(PlotText.Label)],
                },
                Height = 200,
                Margin = new Margin(52, 8, 8, 40),
                ShowLegend = false,
                Font = new Font(11),
            });
    }

    /// <summary>Parallel coordinates of the designs; the level of the limit is the first axis and the colour.</summary>
    public static Plot Parallel(
        TradeoffSummary tradeoff, IReadOnlyList<string> names,
        IReadOnlyDictionary<string, ParameterSummary> parameters, ChoiceWords words)
    {
        FrontPoint[] points = [.. tradeoff.Gradient.Points.Where(point => point.Level is not null)];
        double[] levels = [.. Levels(points).DefaultIfEmpty(100)];
        ParallelAxis[] axes =
        [
            ParallelAxis.Numbers("limit<br>[%]", levels.Min(), levels.Max()),
            .. names.Select(name => ParallelAxis.Of(name, parameters[name], words)),
        ];
        const string Kept = "all limits kept", Broken = "a limit not kept";
        return ParallelFigure.Make(
            axes,
            [
                .. points.Select((point, i) =>
                {
                    string color = Palette.Sequential(axes[0].Place(100 * (point.Level ?? double.NaN)));
                    double spread = points.Length < 2 ? 0 : (2.0 * i / (points.Length - 1)) - 1;
                    return new ParallelLine(
                        point.Kept ? Kept : Broken,
                        [
                            axes[0].Place(100 * (point.Level ?? double.NaN)),
                            .. names.Select((name, k) => axes[k + 1].Place(
                                point.Parameters.GetValueOrDefault(name, double.NaN)) + (spread * axes[k + 1].Room)),
                        ],
                        new Stroke(color, 2.2, point.Kept ? "solid" : "dash"),
                        new Marker(color, point.Kept ? "circle" : "x", 7),
                        $"<b>{Level(point)}</b><br>" + string.Join("<br>", names.Select(name =>
                            PlotText.Of($"{name} {point.Words.GetValueOrDefault(name, "")}"))));
                }),
            ],
            [
                (Kept, new Stroke(TrialStyle.FailedColor, 2.2), new Marker(TrialStyle.FailedColor, "circle", 7)),
                (Broken, new Stroke(TrialStyle.FailedColor, 2.2, "dash"), new Marker(TrialStyle.FailedColor, "x", 7)),
            ],
            colored: 0);
    }

    private static double[] Levels(FrontPoint[] points) =>
        [.. points.Select(point => 100 * (point.Level ?? double.NaN))];

    // Falls from left to right, as a project loses its money.
    private static Axis LevelAxis(TradeoffSummary tradeoff, double[] levels)
    {
        double low = levels.DefaultIfEmpty(0).Min(), high = levels.DefaultIfEmpty(100).Max();
        double margin = 0.06 * Math.Max(high - low, 1);
        return Axis.Linear($"limit of {PlotText.Of(Names.Words(tradeoff.Constraint))} [% of the study's]") with
        {
            Range = [high + margin, low - margin],
            NTicks = 8,
        };
    }

    private static IReadOnlyList<double>? Ticks(
        ParameterSummary parameter, IReadOnlyList<string> labels, double low, double high) => labels.Count > 0
        ? [.. labels.Select((_, i) => parameter.Bounds[0] + i)]
        : parameter.Kind == "continuous" ? null
        : [.. NiceTicks.Between(low, high, 5).Where(tick => tick == Math.Round(tick))];
}
