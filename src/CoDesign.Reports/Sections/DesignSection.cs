using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The parameters of both designs and the drawing of both designs.</summary>
internal static class DesignSection
{
    private static readonly Column[] Columns =
    [
        new("Parameter"), new("Baseline", true), new("Optimum", true), new("68 % interval", true), new("Bounds", true),
        new("Change", true),
    ];

    public static void Write(Page page, StudySummary summary)
    {
        page.BeginSection("design", "The design");
        ParameterGroups groups = ParameterGroups.Of(summary.Optimum.Parameters.Keys);
        ChoiceWords words = ChoiceWords.Of(summary);
        page.Table(
            $"Parameters. The 68 % interval is from repeated optimisations with other seeds, events and starts "
                + $"({summary.Replicas.Count} in all){Structural(summary)}.",
            Columns,
            [
                .. groups.Single.Select(name => Row(summary, name, words)),
                .. groups.Arrays.Select(array => ArrayRow.Of(
                    array, summary.Baseline.Parameters, summary.Optimum.Parameters)),
            ]);
        foreach (ParameterArray array in groups.Arrays)
        {
            Array(page, summary, array, words);
        }

        LayoutPart.Write(page, summary.Baseline.Layout, summary.Optimum.Layout);
        page.EndSection();
    }

    private static void Array(Page page, StudySummary summary, ParameterArray array, ChoiceWords words)
    {
        page.Figure(
            PlotSize.Wide, ArrayFigure.Values(array, summary.Baseline.Parameters, summary.Optimum.Parameters),
            $"The {array.Names.Count} elements of {array.Prefix} before and after",
            $"Grey lines are the bounds; vertical bars the 68 % intervals from the repeated optimisations.");
        page.BeginFold($"{array.Label} one by one");
        page.Table($"The elements of {array.Prefix}.", Columns, array.Names.Select(name => Row(summary, name, words)));
        page.EndFold();
    }

    private static string Structural(StudySummary summary) =>
        !summary.Optimum.Parameters.Values.Any(parameter => parameter.Structural) ? ""
            : "; parameters of the structure are the same in all of them";

    private static Markup[] Row(StudySummary summary, string name, ChoiceWords words)
    {
        ParameterSummary optimum = summary.Optimum.Parameters[name];
        ParameterSummary? baseline = summary.Baseline.Parameters.GetValueOrDefault(name);
        Markup bound = optimum.AtBound is null || ChoiceWords.IsChoice(optimum)
            ? Markup.Empty
            : Markup.From($" <span class=\"badge warn\">at {optimum.AtBound} bound</span>");
        return
        [
            Markup.From($"<code>{name}</code><div class=\"note\">{optimum.Description}{ParameterText.Kind(optimum)}"
                + $"</div>"),
            Markup.From($"{(baseline is null
                ? NumberText.Unavailable : ParameterText.Value(name, baseline.Value, baseline, words))}"),
            Markup.From($"<b>{ParameterText.Value(name, optimum.Value, optimum, words)}</b>{bound}"),
            Markup.From($"{ParameterText.Interval(optimum)}"),
            Markup.From($"{ParameterText.Bounds(name, optimum, words)}"),
            Markup.From($"{Change(optimum, baseline)}"),
        ];
    }

    private static string Change(ParameterSummary optimum, ParameterSummary? baseline) =>
        ChoiceWords.IsChoice(optimum)
            ? baseline is null ? "" : baseline.Value == optimum.Value ? "the same" : "another choice"
        : baseline is null || baseline.Value == 0 ? "" : NumberText.Change(optimum.Value / baseline.Value - 1);
}
