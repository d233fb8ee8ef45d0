using CoDesign.Reports.Drawings;
using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Designs that the objective cannot tell from the optimum; nothing when there is none.</summary>
internal static class AlternativesSection
{
    private const string Mirror = "mirror";

    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Alternatives.Count == 0)
        {
            return;
        }

        IReadOnlyList<AlternativeSummary> alternatives = summary.Alternatives;
        string[] titles = Titles(alternatives);
        page.BeginSection("alternatives", "Other designs as good");
        page.Paragraph($"The optimum is not the only one: {Names.Counted(alternatives.Count, "other design")} "
            + $"{(alternatives.Count == 1 ? "reaches" : "reach")} its objective within the error. Nothing in this "
            + $"study prefers one over the other; what it leaves out may.");
        page.Table(
            "Designs as good as the optimum. The difference is that of the objective, relative to the optimum's; lower "
                + "is better.",
            [new("Design"), new("Objective", true), new("Difference from the optimum", true), new("Why it is as good")],
            alternatives.Select((alternative, i) => (Markup[])
            [
                Markup.From($"{titles[i]}"),
                Markup.From($"{NumberText.Plain(alternative.Objective)}"),
                Markup.From($"{Difference(alternative)}"),
                Markup.From($"{Reason(alternative)}"),
            ]));
        LayoutDrawing.Write(
            page,
            [
                ("Optimum", summary.Optimum.Layout),
                .. alternatives.Select((alternative, i) => (titles[i], alternative.Layout)),
            ],
            "The optimum and the designs as good, to scale");
        Values(page, summary, titles);
        page.EndSection();
    }

    private static void Values(Page page, StudySummary summary, string[] titles)
    {
        ParameterGroups groups = ParameterGroups.Of(summary.Optimum.Parameters.Keys);
        ChoiceWords words = ChoiceWords.Of(summary);
        if (groups.Single.Count > 0)
        {
            Table(page, summary, words, titles, "Parameters of the optimum and of the designs as good.", groups.Single);
        }

        foreach (ParameterArray array in groups.Arrays)
        {
            Dictionary<string, double> optimum = array.Names
                .ToDictionary(name => name, name => summary.Optimum.Parameters[name].Value);
            page.Figure(
                PlotSize.Wide,
                ArrayFigure.Compare(
                    array, summary.Optimum.Parameters[array.Names[0]].Unit,
                    [
                        ("optimum", optimum),
                        .. summary.Alternatives.Select((alternative, i) => (titles[i], alternative.Parameters)),
                    ]),
                $"The elements of {array.Prefix} in the designs as good",
                $"Values against the number of the element.");
            page.BeginFold($"{array.Label} in the designs as good");
            Table(page, summary, words, titles, $"The elements of {array.Prefix} in the designs as good.", array.Names);
            page.EndFold();
        }
    }

    private static void Table(
        Page page, StudySummary summary, ChoiceWords words, string[] titles, string title,
        IEnumerable<string> names) => page.Table(
        title,
        [
            new("Parameter"), new("Optimum", true),
            .. summary.Alternatives.Select((alternative, i) => new Column(titles[i], true)),
        ],
        names.Select(name => (Markup[])
        [
            Markup.From($"<code>{name}</code>"),
            Markup.From($"{Own(name, summary.Optimum.Parameters[name], words)}"),
            .. summary.Alternatives.Select(alternative => Markup.From(
                $"{Value(alternative.Parameters, name, summary.Optimum.Parameters[name], words)}")),
        ]));

    private static string Own(string name, ParameterSummary parameter, ChoiceWords words) =>
        ParameterText.Value(name, parameter.Value, parameter, words);

    private static string Value(
        IReadOnlyDictionary<string, double> values, string name, ParameterSummary parameter, ChoiceWords words) =>
        values.TryGetValue(name, out double value)
            ? ParameterText.Value(name, value, parameter, words) : NumberText.Unavailable;

    // Numbered where two were found in the same way.
    private static string[] Titles(IReadOnlyList<AlternativeSummary> alternatives)
    {
        string[] origins = [.. alternatives.Select(alternative =>
            alternative.Origin.Length == 0 ? "Another design" : Names.Title(alternative.Origin))];
        return [.. origins.Select((origin, i) => origins.Count(other => other == origin) == 1
            ? origin : $"{origin} ({origins.Take(i + 1).Count(other => other == origin)})")];
    }

    private static string Difference(AlternativeSummary alternative) =>
        alternative.Difference == 0 && alternative.Error == 0
            ? "none" : NumberText.PercentWithError(alternative.Difference, alternative.Error);

    private static string Reason(AlternativeSummary alternative) =>
        alternative.Origin.Contains(Mirror, StringComparison.OrdinalIgnoreCase)
            ? "It is the optimum turned around: the same distances in the opposite order, which the objective does not "
                + "see."
            : "An optimisation from another start or with other events ended here, and the difference is within "
                + "its error.";
}
