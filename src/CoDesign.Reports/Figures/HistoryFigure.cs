using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Quantities against the step of the optimisation, one line per repetition.</summary>
internal static class HistoryFigure
{
    private const int Window = 9;

    /// <summary>Objective: single steps faint, their running mean bold.</summary>
    /// <param name="history">All steps.</param>
    /// <param name="start">Where number 0 starts, in words.</param>
    public static Plot Objective(IReadOnlyList<HistoryPoint> history, string start)
    {
        var traces = new List<Trace>();
        foreach (var (replica, points) in Replicas(history))
        {
            double[] steps = [.. points.Select(point => (double)point.Step)];
            double[] values = [.. points.Select(point => point.Objective)];
            var color = Palette.Replica(replica);
            var faint = new Stroke(Palette.Faint(color, 0.28), 1);
            traces.Add(Trace.Lines(steps, values, faint) with { HoverInfo = "skip" });
            string name = replica == 0 ? $"0, from {start}" : $"{replica}";
            traces.Add(Trace.Lines(steps, RunningMean(values), Line(replica), name) with
            {
                HoverTemplate = "step %{x}: %{y:.4g}",
            });
        }

        return new Plot(traces, new Layout
        {
            XAxis = Axis.Linear("step"),
            YAxis = Axis.Linear("objective on the step's events"),
            Height = 400,
        });
    }

    /// <summary>A constraint: excess over the limit [%]; at most 0 is satisfied.</summary>
    public static Plot Constraint(IReadOnlyList<HistoryPoint> history, int index)
    {
        var plot = Small(history, point => 100 * point.Constraints[index]);
        return plot with
        {
            Layout = plot.Layout with
            {
                YAxis = Axis.Linear("excess over limit [%]") with { NTicks = 6 },
                Shapes = [Shape.HorizontalLine(0, new Stroke("#111827", 1.2, "dash"))],
            },
        };
    }

    /// <summary>A parameter on the interval of its bounds, with the baseline dotted.</summary>
    /// <param name="history">All steps.</param>
    /// <param name="index">Place of the parameter.</param>
    /// <param name="baseline">The parameter in the baseline.</param>
    /// <param name="words">Words of a choice, from its lower bound on; empty for a number.</param>
    public static Plot Parameter(
        IReadOnlyList<HistoryPoint> history, int index, ParameterSummary baseline, IReadOnlyList<string> words)
    {
        var (low, high) = (baseline.Bounds[0], baseline.Bounds[1]);
        var logarithmic = low > 0 && high / low > 30;
        var margin = 0.04 * (logarithmic ? Math.Log10(high / low) : high - low);
        double[] range = logarithmic
            ? [Math.Log10(low) - margin, Math.Log10(high) + margin]
            : [low - margin, high + margin];
        var edge = new Stroke("#9ca3af", 1);
        var axis = logarithmic ? Axis.Log("", low, high) : Axis.Linear("");
        var plot = Small(history, point => point.Parameters[index]);
        return plot with
        {
            Layout = plot.Layout with
            {
                YAxis = axis with
                {
                    Title = words.Count > 0
                        ? null : new AxisTitle(PlotText.Label(baseline.Unit.Length == 0 ? "value" : baseline.Unit)),
                    TickVals = words.Count > 0 ? [.. words.Select((_, i) => low + i)] : axis.TickVals,
                    TickText = words.Count > 0 ? [.. words.Select(PlotText.Label)] : axis.TickText,
                    Range = range,
                    NTicks = 6,
                },
                Shapes =
                [
                    Shape.HorizontalLine(low, edge),
                    Shape.HorizontalLine(high, edge),
                    Shape.HorizontalLine(baseline.Value, new Stroke("#111827", 1.2, "dot")),
                ],
            },
        };
    }

    /// <summary>The elements of an array in the optimisation that starts at the baseline.</summary>
    public static Plot Array(
        IReadOnlyList<HistoryPoint> history, IReadOnlyList<int> indices, IReadOnlyList<ParameterSummary> baseline,
        string name)
    {
        HistoryPoint[] points = Replicas(history).First().Points;
        double[] steps = [.. points.Select(point => (double)point.Step)];
        var edge = new Stroke("#9ca3af", 1);
        return new Plot(
            [
                .. indices.Select((index, i) => Trace.Lines(
                    steps, [.. points.Select(point => point.Parameters[index])],
                    new Stroke(Palette.Replica(i), 1.2)) with
                {
                    HoverTemplate = $"{i + 1}, step %{{x}}: %{{y:.4g}}<extra></extra>",
                }),
            ],
            new Layout
            {
                XAxis = Axis.Linear("step"),
                YAxis = Axis.Linear(PlotText.Label(
                    baseline[0].Unit.Length == 0 ? name : $"{name} [{baseline[0].Unit}]")),
                ShowLegend = false,
                Height = 400,
                Shapes =
                [
                    Shape.HorizontalLine(baseline.Min(parameter => parameter.Bounds[0]), edge),
                    Shape.HorizontalLine(baseline.Max(parameter => parameter.Bounds[1]), edge),
                ],
            });
    }

    /// <summary>Mean over a centred window that shrinks at the ends.</summary>
    public static double[] RunningMean(IReadOnlyList<double> values)
    {
        var mean = new double[values.Count];
        for (var i = 0; i < mean.Length; i++)
        {
            var half = Math.Min(Window / 2, Math.Min(i, values.Count - 1 - i));
            mean[i] = Enumerable.Range(i - half, 2 * half + 1).Average(j => values[j]);
        }

        return mean;
    }

    private static Plot Small(IReadOnlyList<HistoryPoint> history, Func<HistoryPoint, double> value) => new(
        [
            .. Replicas(history).Select(replica => Trace.Lines(
                [.. replica.Points.Select(point => (double)point.Step)],
                [.. replica.Points.Select(value)],
                Line(replica.Index) with { Width = replica.Index == 0 ? 2 : 1.3 }) with
                {
                    Name = $"{replica.Index}",
                    HoverTemplate = "step %{x}: %{y:.4g}",
                }),
        ],
        new Layout
        {
            XAxis = Axis.Linear("step") with { NTicks = 5 },
            YAxis = Axis.Linear(""),
            Height = 210,
            Margin = new Margin(48, 8, 8, 40),
            ShowLegend = false,
            Font = new Font(11),
        });

    private static IEnumerable<(int Index, HistoryPoint[] Points)> Replicas(IReadOnlyList<HistoryPoint> history) =>
        history.GroupBy(point => point.Replica).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.OrderBy(point => point.Step).ToArray()));

    private static Stroke Line(int replica) =>
        new(Palette.Replica(replica), replica == 0 ? 2.8 : 2, Palette.ReplicaDash(replica));
}
