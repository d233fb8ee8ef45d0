using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>What the model and the independent judge see.</summary>
internal static class JudgeFigure
{
    private const string JudgeColor = Palette.Vermilion;

    /// <summary>The gain by each of them, with one and two standard errors.</summary>
    public static Plot Gains(GainSummary final, JudgeSummary judge)
    {
        (string Name, double Value, double Error, string Color)[] rows =
        [
            ("model, final evaluation", final.Value, final.Error, Palette.Optimum),
            ("model, same primaries", judge.ModelGain.Value, judge.ModelGain.Error, Palette.Optimum),
            ("Monte Carlo", judge.Gain.Value, judge.Gain.Error, JudgeColor),
        ];
        return new Plot(
            [.. rows.SelectMany((row, i) => Row(row.Value, row.Error, row.Color, i))],
            new Layout
            {
                XAxis = Axis.Linear("gain [%]") with { RangeMode = "tozero", NTicks = 8, ZeroLine = true },
                YAxis = Axis.Rows(rows.Select(row => row.Name)),
                ShowLegend = false,
                Height = 110 + 44 * rows.Length,
            });
    }

    /// <summary>A curve of both designs in both simulations.</summary>
    public static Plot Curves(JudgeSummary judge, string name)
    {
        (JudgedPerformance Seen, string Color, string Symbol, string Name)[] series =
        [
            (judge.Baseline.Model, Palette.Baseline, "square-open", "baseline, model"),
            (judge.Baseline.MonteCarlo, Palette.Baseline, "square", "baseline, Monte Carlo"),
            (judge.Optimum.Model, Palette.Optimum, "circle-open", "optimum, model"),
            (judge.Optimum.MonteCarlo, Palette.Optimum, "circle", "optimum, Monte Carlo"),
        ];
        CurveSummary[] curves = [.. series.Select(s => s.Seen.Curves[name])];
        return new Plot(
            [.. series.SelectMany((s, i) => Series(s.Seen.Curves[name], s.Color, s.Symbol, s.Name, i % 2 == 0))],
            new Layout
            {
                XAxis = CurveFigure.XAxis(curves),
                YAxis = CurveFigure.YAxis(curves),
                Height = 400,
            });
    }

    // The model as a dashed line with open points, the Monte Carlo as full points; a little apart, so that error bars
    // do not hide each other.
    private static IEnumerable<Trace> Series(CurveSummary curve, string color, string symbol, string name, bool model)
    {
        double[] x = [.. curve.Points.Select(point => Shifted(point.X, curve, model ? -1 : 1))];
        double[] y = [.. curve.Points.Select(point => point.Value)];
        Trace points = Trace.Points(
            x, y, [.. curve.Points.Select(point => point.Error)], new Marker(color, symbol, 8), name);
        Trace line = points with { Mode = "lines+markers", Line = new Stroke(color, 1.2, "dot") };
        yield return (model ? line : points) with
        {
            HoverTemplate = $"%{{x:.3g}} {curve.Axis.Unit}: %{{y:.4g}} ± %{{error_y.array:.2g}}",
        };
    }

    // By 2 % on a logarithmic axis, by a small part of the range on a linear one.
    private static double Shifted(double x, CurveSummary curve, int side) => curve.Axis.Scale == "log"
        ? x * Math.Pow(1.02, side)
        : x + (side * 0.006 * (curve.Points.Max(point => point.X) - curve.Points.Min(point => point.X)));

    private static IEnumerable<Trace> Row(double value, double error, string color, int row)
    {
        double[] at = [100 * value], place = [row];
        yield return Bars(2, 1, 4) with { HoverInfo = "skip" };
        yield return Bars(1, 3, 6) with { HoverTemplate = "%{x:.3g} ± %{error_x.array:.2g} %<extra></extra>" };

        Trace Bars(double errors, double thickness, double cap) => new()
        {
            X = at,
            Y = place,
            Mode = "markers",
            Marker = new Marker(color, "circle", 10),
            ErrorX = new ErrorBars([errors * 100 * error], color) { Thickness = thickness, Width = cap },
        };
    }
}
