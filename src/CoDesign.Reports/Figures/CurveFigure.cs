using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>A measured curve against energy before and after: points with error bars in a band of one standard
/// error.</summary>
internal static class CurveFigure
{
    public static readonly Stroke BaselineLine = new(Palette.Baseline, 2, "dash");
    public static readonly Stroke OptimumLine = new(Palette.Optimum);

    public static Plot Make(CurveSummary before, CurveSummary after)
    {
        double[] energies = [.. before.Points.Concat(after.Points).Select(point => point.EnergyGev)
            .Where(energy => energy > 0)];
        var title = Title(after);
        return new Plot(
            [
                .. Series(before, Palette.Baseline, "square", "baseline"),
                .. Series(after, Palette.Optimum, "circle", "optimum"),
            ],
            new Layout
            {
                XAxis = energies.Length == 0 ? Axis.Linear("energy E [GeV]")
                    : Axis.Log("energy E [GeV]", energies.Min(), energies.Max()),
                YAxis = Axis.Linear(title) with { RangeMode = IsLinearity(after) ? null : "tozero", NTicks = 8 },
            });
    }

    /// <summary>A curve around one, such as E measured over E true, needs no zero on its axis.</summary>
    private static bool IsLinearity(CurveSummary curve) =>
        curve.Unit.Length == 0 && !curve.Points.Any(point => Math.Abs(point.Value - 1) >= 0.5);

    private static string Title(CurveSummary curve) =>
        PlotText.Of(curve.Unit.Length == 0 ? curve.Label : $"{curve.Label} [{curve.Unit}]");

    private static IEnumerable<Trace> Series(CurveSummary curve, string color, string symbol, string name)
    {
        double[] x = [.. curve.Points.Select(point => point.EnergyGev)];
        double[] y = [.. curve.Points.Select(point => point.Value)];
        double[] error = [.. curve.Points.Select(point => point.Error)];
        CurvePoint[] known = [.. curve.Points
            .Where(point => double.IsFinite(point.Value) && double.IsFinite(point.Error))];
        yield return Trace.Band(
            [.. known.Select(point => point.EnergyGev)],
            [.. known.Select(point => point.Value - point.Error)],
            [.. known.Select(point => point.Value + point.Error)],
            Palette.Faint(color, 0.18));
        yield return Trace.Points(x, y, error, new Marker(color, symbol, 7), name) with
        {
            HoverTemplate = "%{x:.3g} GeV: %{y:.4g} ± %{error_y.array:.2g}",
        };
    }
}
