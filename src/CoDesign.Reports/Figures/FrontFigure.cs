using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Fronts of the objective against a limited quantity.</summary>
internal static class FrontFigure
{
    private const string GradientColor = Palette.Blue;
    private const string SearchColor = Palette.Vermilion;
    private const string DesignColor = "#6b7280";

    /// <summary>The region between the fronts and the reference point.</summary>
    public static Plot Near(StudySummary summary, TradeoffSummary tradeoff)
    {
        FrontPoint[] gradient = [.. Sorted(tradeoff.Gradient)];
        double[] reference = Reference(tradeoff);
        ConstraintSummary? limit = summary.Constraints.GetValueOrDefault(tradeoff.Constraint);
        double[] x = [.. gradient.Select(point => point.Quantity), reference[1],
            limit?.Baseline ?? double.NaN, limit?.Value ?? double.NaN,
            .. tradeoff.Search.Points.Where(p => p.Objective <= reference[0]).Select(p => p.Quantity)];
        double[] y = [.. gradient.SelectMany(point => new[]
            { point.Objective - Known(point.ObjectiveError), point.Objective + Known(point.ObjectiveError) }),
            reference[0], summary.Optimum.Objective.Value, summary.Baseline.Objective.Value];
        Plot plot = Make(summary, tradeoff, Linear(Title(tradeoff), x), Linear("objective, lower is better", y));
        return plot with { Layout = plot.Layout with { Height = 470 } };
    }

    /// <summary>All designs of both, the bad ones too.</summary>
    public static Plot All(StudySummary summary, TradeoffSummary tradeoff)
    {
        IEnumerable<double> y = tradeoff.Gradient.Points.Concat(tradeoff.Search.Points).Select(p => p.Objective)
            .Concat(tradeoff.SearchDesigns.Select(row => row[1]))
            .Concat([Reference(tradeoff)[0], summary.Baseline.Objective.Value]);
        Plot plot = Make(
            summary, tradeoff, Axis.Linear(Title(tradeoff)) with { ExponentFormat = "none", NTicks = 5 },
            ValueAxis.Of("objective", y));
        return new Plot(
            [
                .. plot.Data.Select(trace =>
                    trace.Text is null ? trace : trace with { Text = null, Mode = "lines+markers" }),
            ],
            plot.Layout with { ShowLegend = false });
    }

    /// <summary>Designs of the search without gradients that lie outside the region near the front.</summary>
    public static int Outside(TradeoffSummary tradeoff) => tradeoff.SearchDesigns.Count(row =>
        !(row[1] <= Reference(tradeoff)[0] && row[0] <= Reference(tradeoff)[1]));

    /// <summary>"cost [EUR]", as plotly reads it.</summary>
    public static string Title(TradeoffSummary tradeoff) => PlotText.Of(
        ParameterText.Named(Names.Words(tradeoff.Constraint), tradeoff.Unit));

    private static Plot Make(StudySummary summary, TradeoffSummary tradeoff, Axis x, Axis y)
    {
        double[] reference = Reference(tradeoff);
        return new Plot(
            [
                .. Band(tradeoff.Gradient),
                Designs(tradeoff),
                .. SearchFront(tradeoff),
                .. GradientFront(tradeoff),
                .. Marks(summary, tradeoff),
                Mark(
                    reference[1], reference[0], double.NaN, new Marker(TrialStyle.Dark, "x-thin-open", 12),
                    "reference point"),
            ],
            new Layout { XAxis = x, YAxis = y, Margin = new Margin(70, 20, 20, 52) });
    }

    private static IEnumerable<Trace> Band(FrontSummary front)
    {
        FrontPoint[] known = [.. Sorted(front).Where(point =>
            point.Kept && double.IsFinite(point.Objective) && double.IsFinite(point.ObjectiveError))];
        return known.Length < 2 ? [] :
        [
            Trace.Band(
                [.. known.Select(p => p.Quantity)], [.. known.Select(p => p.Objective - p.ObjectiveError)],
                [.. known.Select(p => p.Objective + p.ObjectiveError)], Palette.Faint(GradientColor, 0.18)),
        ];
    }

    private static Trace Designs(TradeoffSummary tradeoff) => new()
    {
        X = [.. tradeoff.SearchDesigns.Select(row => row[0])],
        Y = [.. tradeoff.SearchDesigns.Select(row => row[1])],
        Mode = "markers",
        Marker = new Marker(Palette.Faint(DesignColor, 0.45), "circle", 5),
        Name = "search without gradients, all designs",
        HoverText = [.. tradeoff.SearchDesigns.Select(row => row.Length > 2 ? $"± {row[2]:G2}" : "")],
        HoverTemplate = "%{x:.5g}: %{y:.4g} %{hovertext}<extra></extra>",
    };

    private static IEnumerable<Trace> SearchFront(TradeoffSummary tradeoff)
    {
        FrontPoint[] points = [.. Sorted(tradeoff.Search)];
        return points.Length == 0 ? [] :
        [
            Points(points, new Marker(SearchColor, "diamond", 8), "its front, measured again") with
            {
                Mode = "lines+markers",
                Line = new Stroke(SearchColor, 1.3, "dash", "hv"),
            },
        ];
    }

    private static IEnumerable<Trace> GradientFront(TradeoffSummary tradeoff)
    {
        FrontPoint[] kept = [.. Sorted(tradeoff.Gradient).Where(point => point.Kept)];
        FrontPoint[] broken = [.. Sorted(tradeoff.Gradient).Where(point => !point.Kept)];
        if (kept.Length > 0)
        {
            yield return Points(kept, new Marker(GradientColor, "circle", 8), "gradients, one design a level") with
            {
                Mode = "lines+markers+text",
                Line = new Stroke(GradientColor, 1.8),
                Text = [.. kept.Select(LadderFigure.Level)],
                TextPosition = "top right",
            };
        }

        if (broken.Length > 0)
        {
            yield return Points(broken, new Marker(TrialStyle.Dark, "circle-open", 9), "gradients, limit not kept");
        }
    }

    private static IEnumerable<Trace> Marks(StudySummary summary, TradeoffSummary tradeoff)
    {
        if (summary.Constraints.TryGetValue(tradeoff.Constraint, out ConstraintSummary? constraint))
        {
            (MetricSummary before, MetricSummary after) = (summary.Baseline.Objective, summary.Optimum.Objective);
            yield return Mark(
                constraint.Baseline, before.Value, before.Error, new Marker(Palette.Baseline, "square", 10), "baseline");
            yield return Mark(
                constraint.Value, after.Value, double.NaN, new Marker(TrialStyle.Dark, "circle-open", 17), "optimum");
        }
    }

    private static Trace Mark(double x, double y, double error, Marker marker, string name) =>
        Trace.Points([x], [y], [error], marker, name) with
        {
            ErrorY = double.IsFinite(error) ? new ErrorBars([error], marker.Color) : null,
            HoverTemplate = "%{x:.5g}: %{y:.4g}",
        };

    private static Trace Points(FrontPoint[] points, Marker marker, string name) => Trace.Points(
        [.. points.Select(p => p.Quantity)], [.. points.Select(p => p.Objective)],
        [.. points.Select(p => p.ObjectiveError)], marker, name) with
    {
        HoverTemplate = "%{x:.5g}: %{y:.4g} ± %{error_y.array:.2g}",
    };

    private static IEnumerable<FrontPoint> Sorted(FrontSummary front) => front.Points.OrderBy(point => point.Quantity);

    private static double[] Reference(TradeoffSummary tradeoff) =>
        tradeoff.Reference is [_, _] reference ? reference : [double.NaN, double.NaN];

    private static double Known(double error) => double.IsFinite(error) ? error : 0;

    private static Axis Linear(string title, IEnumerable<double> values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        double low = known.DefaultIfEmpty(0).Min(), high = known.DefaultIfEmpty(1).Max();
        double margin = high > low ? 0.05 * (high - low) : 1;
        return Axis.Linear(title) with
        {
            Range = [low - margin, high + margin],
            NTicks = 8,
            ExponentFormat = "none",
        };
    }
}
