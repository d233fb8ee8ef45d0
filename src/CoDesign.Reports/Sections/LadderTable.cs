using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The descoping ladder as rows.</summary>
internal static class LadderTable
{
    private const int MostChanges = 3;


    /// <summary>A smaller move between two levels, as a share of the bounds, is not worth a word.</summary>
    public const double LeastMove = 0.005;

    public static Column[] Columns(TradeoffSummary tradeoff) =>
    [
        new("Limit", true), new(ParameterText.Named(Names.Title(tradeoff.Constraint), tradeoff.Unit), true),
        new(ParameterText.Named("Saved", tradeoff.Unit), true), new("Objective", true),
        new("Loss over the optimum [%]", true), new("Loss of this step [%]", true),
        new("What changes most from the level above"),
    ];

    public static IEnumerable<Markup[]> Rows(StudySummary summary, TradeoffSummary tradeoff, ChoiceWords words)
    {
        double from = summary.Constraints.TryGetValue(tradeoff.Constraint, out ConstraintSummary? constraint)
            ? constraint.Value
            : tradeoff.Gradient.Points.FirstOrDefault(point => point.Level == 1)?.Quantity ?? double.NaN;
        FrontPoint? above = null;
        foreach (FrontPoint point in tradeoff.Gradient.Points)
        {
            Markup broken = point.Kept ? Markup.Empty : Markup.From($" <span class=\"badge bad\">not kept</span>");
            yield return
            [
                Markup.From($"{LadderFigure.Level(point)}{broken}"),
                Markup.From($"{Amount(point.Quantity, "")}"),
                Markup.From($"{Saved(from - point.Quantity, from)}"),
                Markup.From($"{NumberText.WithError(point.Objective, point.ObjectiveError)}"),
                Markup.From($"{Loss(point.Loss, point.LossError)}"),
                Markup.From($"{(point.StepLoss is { } loss ? Loss(loss, point.StepLossError ?? double.NaN) : "–")}"),
                above is null ? Markup.From($"–") : Changes(summary.Optimum.Parameters, above, point, words),
            ];
            above = point;
        }
    }

    /// <summary>How far a parameter moves along the front, as a share of its bounds.</summary>
    public static double Range(
        TradeoffSummary tradeoff, string name, ParameterSummary parameter, ChoiceWords words)
    {
        var axis = ParallelAxis.Of(name, parameter, words);
        double[] places = [.. tradeoff.Gradient.Points
            .Select(point => axis.Place(point.Parameters.GetValueOrDefault(name, double.NaN))).Where(double.IsFinite)];
        return places.Length == 0 ? 0 : places.Max() - places.Min();
    }

    /// <summary>"386 245 EUR".</summary>
    public static string Amount(double amount, string unit) => Math.Abs(amount) is >= 1000 and < 1e15
        ? $"{NumberText.Count((long)Math.Round(amount))} {unit}".TrimEnd() : NumberText.Plain(amount, unit);

    // A design that is the optimum itself has saved nothing; rounding is no saving.
    private static string Saved(double saved, double from) =>
        Math.Abs(saved) <= 1e-6 * Math.Abs(from) ? "–" : Amount(saved, "");

    private static string Loss(double loss, double error) => loss == 0 && error == 0 ? "–"
        : NumberText.WithError(100 * loss, 100 * error);

    private static Markup Changes(
        IReadOnlyDictionary<string, ParameterSummary> parameters, FrontPoint above, FrontPoint point, ChoiceWords words)
    {
        Markup[] changes = [.. parameters
            .Where(p => above.Parameters.ContainsKey(p.Key) && point.Parameters.ContainsKey(p.Key))
            .Select(p => (p.Key, p.Value, Size: Move(p.Key, p.Value)))
            .Where(change => change.Size > LeastMove).OrderByDescending(change => change.Size).Take(MostChanges)
            .Select(change => Markup.From($"<div>{Names.Words(change.Key)} "
                + $"{Value(change.Key, change.Value with { Unit = "" }, above)} → "
                + $"{Value(change.Key, change.Value, point)}</div>"))];
        return changes.Length == 0 ? Markup.From($"hardly anything") : new Markup(string.Concat(changes));

        // Any change of a choice is a full one.
        double Move(string name, ParameterSummary parameter)
        {
            var axis = ParallelAxis.Of(name, parameter, words);
            double size = Math.Abs(axis.Place(point.Parameters[name]) - axis.Place(above.Parameters[name]));
            return size > 0 && ChoiceWords.IsChoice(parameter) ? 1 : size;
        }

        string Value(string name, ParameterSummary parameter, FrontPoint at) =>
            ParameterText.Value(name, at.Parameters[name], parameter, words);
    }
}
