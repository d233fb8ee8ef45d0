using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The trials of the outer loop as rows, with the reasons of those that did not finish.</summary>
internal static class TrialTable
{
    public static Column[] Columns(OuterSummary outer) =>
    [
        new("Trial", true), new("State"), new("Objective", true),
        .. outer.Parameters.Select(name => new Column(Names.Words(name), IsNumber(outer, name))),
        new("Events", true),
    ];

    public static Markup[] Row(OuterSummary outer, StructureSummary trial) =>
    [
        Markup.From($"{trial.Number}"),
        State(outer, trial),
        Markup.From($"{(double.IsFinite(trial.Objective)
            ? NumberText.WithError(trial.Objective, trial.ObjectiveError) : "–")}"),
        .. outer.Parameters.Select(name =>
            Markup.From($"<span class=\"word\">{trial.Words.GetValueOrDefault(name, NumberText.Unavailable)}</span>")),
        Markup.From($"{NumberText.Count(trial.Events)}"),
    ];

    // A number is shown as itself, the word of a choice is not.
    private static bool IsNumber(OuterSummary outer, string name) => outer.Trials.All(trial =>
        trial.Words.GetValueOrDefault(name) is { Length: > 0 } word && (char.IsAsciiDigit(word[0]) || word[0] == '-'));

    private static Markup State(OuterSummary outer, StructureSummary trial)
    {
        string kind = TrialStyle.Kind(trial);
        (string style, string word) = kind == TrialStyle.Failed ? ("bad", trial.Status)
            : kind == TrialStyle.GivenUp ? ("warn", "given up")
            : trial.Number == outer.Best ? ("good pick", "recommended") : ("", "finished");
        Markup reason = trial.Reason.Length == 0 ? Markup.Empty
            : Markup.From($"<div class=\"note\">{trial.Reason}</div>");
        return Markup.From($"<span class=\"badge {style}\">{word}</span>{reason}");
    }
}
