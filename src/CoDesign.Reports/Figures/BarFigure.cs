using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Horizontal bars: constraint prices and cost by part.</summary>
internal static class BarFigure
{
    public static Plot Prices(IReadOnlyDictionary<string, ConstraintSummary> constraints)
    {
        string[] names = [.. constraints.Keys];
        return new Plot(
            [
                Trace.Bars(
                    Positions(names.Length),
                    [.. constraints.Values.Select(constraint => constraint.Price)],
                    [.. constraints.Values.Select(constraint => constraint.PriceError)],
                    Palette.Optimum,
                    "price") with
                { HoverTemplate = "%{x:.3g} ± %{error_x.array:.2g}<extra></extra>" },
            ],
            new Layout
            {
                XAxis = Axis.Linear("objective falls by [%]") with { ZeroLine = true, NTicks = 6 },
                YAxis = Axis.Rows(names),
                ShowLegend = false,
                BarGap = 0.4,
                Height = 110 + 44 * Math.Max(names.Length, 2),
            });
    }

    public static Plot Cost(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after,
        string currency)
    {
        string[] names = [.. before.Keys.Concat(after.Keys).Distinct()];
        var positions = Positions(names.Length);
        return new Plot(
            [
                Trace.Bars(positions, Values(before, names), null, Palette.Baseline, "baseline"),
                Trace.Bars(positions, Values(after, names), null, Palette.Optimum, "optimum"),
            ],
            new Layout
            {
                XAxis = Axis.Linear($"cost [{PlotText.Of(currency)}]") with { NTicks = 6, ExponentFormat = "none" },
                YAxis = Axis.Rows(names),
                BarMode = "group",
                BarGap = 0.3,
                Height = 110 + 44 * Math.Max(names.Length, 2),
            });
    }

    private static double[] Positions(int count) => [.. Enumerable.Range(0, count).Select(i => (double)i)];

    private static double[] Values(IReadOnlyDictionary<string, double> parts, string[] names) =>
        [.. names.Select(name => parts.GetValueOrDefault(name))];
}
