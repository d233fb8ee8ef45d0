using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>A measured curve before and after: points with error bars in a band of one standard error, and the lines of
/// fits.</summary>
internal static class CurveFigure
{
    public static readonly Stroke BaselineLine = new(Palette.Baseline, 2, "dash");
    public static readonly Stroke OptimumLine = new(Palette.Optimum);

    private const double WideSpan = 25;

    public static Plot Make(CurveSummary before, CurveSummary after)
    {
        Axis vertical = YAxis([before, after]);
        return new Plot(
            [
                .. Series(before, vertical, Palette.Baseline, "square", "baseline"),
                .. Series(after, vertical, Palette.Optimum, "circle", "optimum"),
                .. Fit(before, BaselineLine, "fit, baseline"),
                .. Fit(after, OptimumLine, "fit, optimum"),
            ],
            new Layout
            {
                XAxis = XAxis([before, after]),
                YAxis = vertical,
                Height = after.Fit is null ? 360 : 420,
            });
    }

    /// <summary>The axis that curves of one quantity share.</summary>
    public static Axis XAxis(IReadOnlyList<CurveSummary> curves)
    {
        CurveAxis axis = curves[0].Axis;
        string title = PlotText.Of(axis.Unit.Length == 0 ? axis.Label : $"{axis.Label} [{axis.Unit}]");
        double[] x = [.. curves.SelectMany(curve => curve.Points).Select(point => point.X)];
        return axis.Scale == "log" && x.Any(value => value > 0)
            ? Axis.Log(title, x.Where(value => value > 0).Min(), x.Max())
            : Axis.Linear(title);
    }

    /// <summary>From zero, but logarithmic where the values span much more than a decade.</summary>
    public static Axis YAxis(IReadOnlyList<CurveSummary> curves)
    {
        double[] values = [.. curves.SelectMany(curve => curve.Points).Select(point => point.Value)
            .Where(double.IsFinite)];
        string title = Title(curves[^1]);
        return values.Length > 0 && values.Min() > 0 && values.Max() > WideSpan * values.Min()
            ? Axis.Log(title, values.Min(), values.Max())
            : Axis.Linear(title) with { RangeMode = IsLinearity(curves[^1]) ? null : "tozero", NTicks = 8 };
    }

    /// <summary>A curve around one, such as E measured over E true, needs no zero on its axis.</summary>
    private static bool IsLinearity(CurveSummary curve) =>
        curve.Unit.Length == 0 && !curve.Points.Any(point => Math.Abs(point.Value - 1) >= 0.5);

    private static IEnumerable<Trace> Fit(CurveSummary curve, Stroke line, string name) =>
        curve.Fit is not { Line.Count: > 0 } fit
        ? [] : [Trace.Lines([.. fit.Line.Select(pair => pair[0])], [.. fit.Line.Select(pair => pair[1])], line, name)];

    /// <summary>Title of the axis of its values.</summary>
    public static string Title(CurveSummary curve) =>
        PlotText.Of(curve.Unit.Length == 0 ? curve.Label : $"{curve.Label} [{curve.Unit}]");

    // A band that reaches zero cannot be drawn on a logarithmic axis.
    private static double Below(CurvePoint point, Axis axis) => axis.Type is null
        ? point.Value - point.Error : Math.Max(point.Value - point.Error, 0.01 * point.Value);

    private static IEnumerable<Trace> Series(CurveSummary curve, Axis axis, string color, string symbol, string name)
    {
        double[] x = [.. curve.Points.Select(point => point.X)];
        double[] y = [.. curve.Points.Select(point => point.Value)];
        double[] error = [.. curve.Points.Select(point => point.Error)];
        CurvePoint[] known = [.. curve.Points
            .Where(point => double.IsFinite(point.Value) && double.IsFinite(point.Error))];
        yield return Trace.Band(
            [.. known.Select(point => point.X)],
            [.. known.Select(point => Below(point, axis))],
            [.. known.Select(point => point.Value + point.Error)],
            Palette.Faint(color, 0.18));
        bool fitted = curve.Fit is { Line.Count: > 0 };
        yield return Trace.Points(x, y, error, new Marker(color, symbol, 7), name) with
        {
            Mode = fitted ? "markers" : "lines+markers",
            Line = fitted ? null : new Stroke(color, 1),
            HoverTemplate = $"%{{x:.3g}} {curve.Axis.Unit}: %{{y:.4g}} ± %{{error_y.array:.2g}}",
        };
    }
}
