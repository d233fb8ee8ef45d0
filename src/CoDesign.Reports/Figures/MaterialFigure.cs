using CoDesign.Reports.Drawings;
using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Material against polar angle: the groups of layers on top of each other, and the total of the other design
/// to compare with.</summary>
internal static class MaterialFigure
{
    public static Plot Make(TrackerSummary tracker, TrackerSummary other, string otherName, GroupColors colors)
    {
        CurveSummary[] all = [.. tracker.Material.Values, .. other.Material.Values];
        string[] groups = [.. colors.Names.Where(tracker.Material.ContainsKey)];
        var traces = new List<Trace>();
        if (SharesPoints(tracker, groups))
        {
            traces.AddRange(groups.Select(name => Area(tracker.Material[name], name, colors[name])));
        }
        else
        {
            traces.AddRange(groups.Select(name => Curve(tracker.Material[name], new Stroke(colors[name]), name)));
        }

        if (tracker.Material.TryGetValue(GroupColors.Total, out CurveSummary? total))
        {
            traces.Add(Curve(total, new Stroke("#111827"), "total"));
        }

        if (other.Material.TryGetValue(GroupColors.Total, out CurveSummary? compared))
        {
            traces.Add(Curve(compared, new Stroke("#111827", 1.5, "dot"), $"total of the {otherName}"));
        }

        return new Plot(traces, new Layout
        {
            XAxis = CurveFigure.XAxis(all),
            YAxis = Axis.Linear(CurveFigure.Title(all[0])) with { Range = [0, 1.06 * Highest(all)], NTicks = 7 },
            Height = 380,
        });
    }

    private static double Highest(IEnumerable<CurveSummary> curves)
    {
        double highest = curves.SelectMany(curve => curve.Points).Select(point => point.Value)
            .Where(double.IsFinite).DefaultIfEmpty(1).Max();
        return highest > 0 ? highest : 1;
    }

    // Areas add up only where all groups are known at the same angles.
    private static bool SharesPoints(TrackerSummary tracker, string[] groups) => groups.All(name =>
        tracker.Material[name].Points.Select(point => point.X)
            .SequenceEqual(tracker.Material[groups[0]].Points.Select(point => point.X)));

    private static Trace Area(CurveSummary curve, string name, string color) =>
        Curve(curve, new Stroke(color, 0.8), name) with
        {
            StackGroup = "material",
            FillColor = Palette.Faint(color, 0.55),
        };

    private static Trace Curve(CurveSummary curve, Stroke line, string name) => Trace.Lines(
        [.. curve.Points.Select(point => point.X)], [.. curve.Points.Select(point => point.Value)], line,
        PlotText.Label(name)) with
    {
        HoverTemplate = $"%{{x:.3g}} {PlotText.Of(curve.Axis.Unit)}: %{{y:.4g}} {PlotText.Of(curve.Unit)}",
    };
}
