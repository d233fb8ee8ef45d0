using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The elements of an array as one row of the table of parameters: the ranges they span.</summary>
internal static class ArrayRow
{
    public static Markup[] Of(
        ParameterArray array, IReadOnlyDictionary<string, ParameterSummary> before,
        IReadOnlyDictionary<string, ParameterSummary> after)
    {
        ParameterSummary[] optimum = [.. array.Names.Select(name => after[name])];
        ParameterSummary first = optimum[0];
        int atBound = optimum.Count(parameter => parameter.AtBound is not null);
        Markup bound = atBound == 0
            ? Markup.Empty : Markup.From($" <span class=\"badge warn\">{atBound} at a bound</span>");
        IEnumerable<double> baseline = array.Names.Select(name => before.GetValueOrDefault(name)?.Value ?? double.NaN);
        return
        [
            Markup.From($"<code>{array.Label}</code><div class=\"note\">{optimum.Length} values; {first.Description}"
                + $"{ParameterText.Kind(first)}; each in the figure below</div>"),
            Markup.From($"{ParameterText.Span(baseline, first)}"),
            Markup.From($"<b>{ParameterText.Span(optimum.Select(p => p.Value), first)}</b>{bound}"),
            Markup.From($"–"),
            Markup.From($"{ParameterText.Span(optimum.SelectMany(p => p.Bounds), first)}"),
            Markup.Empty,
        ];
    }
}
