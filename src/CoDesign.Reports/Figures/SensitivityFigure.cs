using CoDesign.Reports.Numbers;
using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Change of the objective when one parameter moves, largest on top.</summary>
internal static class SensitivityFigure
{
    public static Plot Make(IReadOnlyList<SensitivitySummary> sensitivities)
    {
        SensitivitySummary[] rows = [.. sensitivities.OrderByDescending(Size)];
        double[] position = [.. Enumerable.Range(0, rows.Length).Select(i => (double)i)];
        double[] errors = [.. rows.Select(row => 100 * row.Error)];
        return new Plot(
            [
                Trace.Bars(position, [.. rows.Select(row => 100 * row.Lower)], errors, Palette.Orange,
                    "lowered by the step") with
                {
                    HoverTemplate = "%{x:.3g} %",
                },
                Trace.Bars(position, [.. rows.Select(row => 100 * row.Upper)], errors, Palette.Blue,
                    "raised by the step") with
                {
                    HoverTemplate = "%{x:.3g} %",
                },
            ],
            new Layout
            {
                XAxis = Axis.Linear("change of the objective [%]") with { ZeroLine = true, NTicks = 8 },
                YAxis = Axis.Rows(rows.Select(row => row.Parameter)) with
                {
                    TickText = [.. rows.Select(Label)],
                },
                BarMode = "group",
                BarGap = 0.3,
                Height = 110 + 44 * Math.Max(rows.Length, 2),
            });
    }

    private static string Label(SensitivitySummary row) =>
        $"{PlotText.Label(row.Parameter)}<br>± {PlotText.Of(NumberText.Plain(row.Step, row.Unit, 2))}";

    private static double Size(SensitivitySummary row)
    {
        var size = Math.Max(Math.Abs(row.Lower), Math.Abs(row.Upper));
        return double.IsFinite(size) ? size : 0;
    }
}
