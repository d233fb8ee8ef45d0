using CoDesign.Reports.Numbers;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Values of parameters as text.</summary>
internal static class ParameterText
{
    /// <summary>"1.52 mm"; integers without decimals.</summary>
    public static string Value(double value, ParameterSummary parameter) => parameter.Kind == "continuous"
        ? NumberText.Plain(value, parameter.Unit, 3)
        : $"{value:0} {parameter.Unit}".TrimEnd();

    /// <summary>"1.50 – 1.60 mm".</summary>
    public static string Range(double[]? range, ParameterSummary parameter) =>
        range is not { Length: 2 } || !range.All(double.IsFinite)
        ? NumberText.Unavailable
        : $"{Value(range[0], parameter with { Unit = "" })} – {Value(range[1], parameter)}";

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
}
