using CoDesign.Reports.Drawings;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The parameters of both designs and the drawing of both designs.</summary>
internal static class DesignSection
{
    public static void Write(Page page, StudySummary summary)
    {
        page.BeginSection("design", "The design");
        page.Table(
            $"Parameters. The 68 % interval is from repeated optimisations with other seeds, events and starts "
                + $"({summary.Replicas.Count} in all).",
            [new("Parameter"), new("Baseline", true), new("Optimum", true), new("68 % interval", true),
                new("Bounds", true), new("Change", true)],
            summary.Optimum.Parameters
                .Select(pair => Row(pair.Key, pair.Value, summary.Baseline.Parameters.GetValueOrDefault(pair.Key))));
        LayoutDrawing.Write(page, summary.Baseline.Layout, summary.Optimum.Layout);
        page.EndSection();
    }

    private static Markup[] Row(string name, ParameterSummary optimum, ParameterSummary? baseline)
    {
        var bound = optimum.AtBound is null
            ? Markup.Empty
            : Markup.From($" <span class=\"badge warn\">at {optimum.AtBound} bound</span>");
        return
        [
            Markup.From($"<code>{name}</code><div class=\"note\">{optimum.Description}{Kind(optimum)}</div>"),
            Markup.From($"{(baseline is null ? NumberText.Unavailable : Value(baseline.Value, baseline))}"),
            Markup.From($"<b>{Value(optimum.Value, optimum)}</b>{bound}"),
            Markup.From($"{Range(optimum.Interval, optimum)}"),
            Markup.From($"{Range(optimum.Bounds, optimum)}"),
            Markup.From($"{Change(optimum, baseline)}"),
        ];
    }

    private static string Kind(ParameterSummary parameter) =>
        (parameter.Description.Length == 0 ? "" : "; ") + parameter.Stage + (parameter.Kind == "continuous" ? ""
            : $", {parameter.Kind}");

    private static string Change(ParameterSummary optimum, ParameterSummary? baseline) =>
        baseline is null || baseline.Value == 0 ? "" : NumberText.Change(optimum.Value / baseline.Value - 1);

    private static string Value(double value, ParameterSummary parameter) => parameter.Kind == "continuous"
        ? NumberText.Plain(value, parameter.Unit, 3)
        : $"{value:0} {parameter.Unit}".TrimEnd();

    private static string Range(double[]? range, ParameterSummary parameter) =>
        range is not { Length: 2 } || !range.All(double.IsFinite)
        ? NumberText.Unavailable
        : $"{Value(range[0], parameter with { Unit = "" })} – {Value(range[1], parameter)}";
}
