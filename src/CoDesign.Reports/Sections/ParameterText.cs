using CoDesign.Reports.Numbers;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Values of parameters as text.</summary>
internal static class ParameterText
{
    /// <summary>"1.52 mm"; integers without decimals, choices as their words.</summary>
    public static string Value(string name, double value, ParameterSummary parameter, ChoiceWords words) =>
        ChoiceWords.IsChoice(parameter) ? words.Word(name, value) : Number(value, parameter);

    /// <summary>The interval from the repeated optimisations: "1.50 – 1.60 mm". What the outer loop chose is the same
    /// in all of them.</summary>
    public static string Interval(ParameterSummary parameter) => parameter.Structural ? "chosen by the outer loop"
        : ChoiceWords.IsChoice(parameter) ? "–" : Range(parameter.Interval, parameter);

    /// <summary>"0.5 – 6.0 mm", or the words of a choice.</summary>
    public static string Bounds(string name, ParameterSummary parameter, ChoiceWords words) =>
        ChoiceWords.IsChoice(parameter) ? words.Allowed(name, parameter) : Range(parameter.Bounds, parameter);

    /// <summary>Range of many values.</summary>
    public static string Span(IEnumerable<double> values, ParameterSummary parameter)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        return known.Length == 0 ? NumberText.Unavailable : Range([known.Min(), known.Max()], parameter);
    }

    /// <summary>"; readout, integer", to stand behind a description.</summary>
    public static string Kind(ParameterSummary parameter) =>
        (parameter.Description.Length == 0 ? "" : "; ") + parameter.Stage + (parameter.Kind == "continuous" ? ""
            : $", {parameter.Kind}");

    /// <summary>"cell_size [mm]".</summary>
    public static string Named(string name, string unit) => unit.Length == 0 ? name : $"{name} [{unit}]";

    private static string Range(double[]? range, ParameterSummary parameter) =>
        range is not { Length: 2 } || !range.All(double.IsFinite)
        ? NumberText.Unavailable
        : $"{Number(range[0], parameter with { Unit = "" })} – {Number(range[1], parameter)}";

    private static string Number(double value, ParameterSummary parameter) => parameter.Kind == "continuous"
        ? NumberText.Plain(value, parameter.Unit, 3)
        : !double.IsFinite(value) ? NumberText.Unavailable : $"{value:0} {parameter.Unit}".TrimEnd();
}
