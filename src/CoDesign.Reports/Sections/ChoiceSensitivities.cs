using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>What the objective does when a choice is replaced by one of its neighbours in its list; nothing without
/// choices.</summary>
internal static class ChoiceSensitivities
{
    /// <summary>Whether the row is about a choice.</summary>
    public static bool IsOne(StudySummary summary, SensitivitySummary row) =>
        summary.Optimum.Parameters.GetValueOrDefault(row.Parameter) is { } parameter && ChoiceWords.IsChoice(parameter);

    public static void Write(Page page, StudySummary summary)
    {
        ChoiceWords words = ChoiceWords.Of(summary);
        Markup[][] rows = [.. summary.Sensitivities.Where(row => IsOne(summary, row))
            .SelectMany(row => Rows(row, summary.Optimum.Parameters[row.Parameter], words))];
        if (rows.Length == 0)
        {
            return;
        }

        page.Table(
            "Change of the objective when one choice is replaced by a neighbour in its list and everything else stays, "
                + "whether or not the constraints then hold. Nothing is optimised again, which a new choice would "
                + "deserve.",
            [new("Choice"), new("At the optimum"), new("Replaced by"), new("Change of the objective", true)], rows);
    }

    private static IEnumerable<Markup[]> Rows(SensitivitySummary row, ParameterSummary optimum, ChoiceWords words)
    {
        (double Value, double Change)[] moves = [(optimum.Value - 1, row.Lower), (optimum.Value + 1, row.Upper)];
        return moves.Where(move => move.Value >= optimum.Bounds[0] && move.Value <= optimum.Bounds[1])
            .Select(move => (Markup[])
            [
                Markup.From($"<code>{row.Parameter}</code>"),
                Markup.From($"{words.Word(row.Parameter, optimum.Value)}"),
                Markup.From($"{words.Word(row.Parameter, move.Value)}"),
                Markup.From($"{(double.IsFinite(move.Change)
                    ? NumberText.PercentWithError(move.Change, row.Error) : "cannot be measured")}"),
            ]);
    }
}
