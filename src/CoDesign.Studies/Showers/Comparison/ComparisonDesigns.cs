using System.Globalization;
using CoDesign.Detectors.Space;
using CoDesign.Optimization.Searches;

namespace CoDesign.Studies.Showers.Comparison;

/// <summary>Designs spread over a space.</summary>
internal static class ComparisonDesigns
{
    /// <summary>The baseline, then points of the Sobol sequence on the parameters' scales.</summary>
    /// <remarks>Values are rounded to three digits, so that a printed table names exactly what was simulated.</remarks>
    public static IReadOnlyList<IReadOnlyList<double>> Draw(
        IReadOnlyList<DesignParameter> parameters, int count, ulong seed)
    {
        double[] baseline = [.. parameters.Select(p => p.Baseline)];
        if (parameters.Count == 0)
        {
            return [baseline];
        }

        var space = new DesignSpace(parameters);
        var sequence = new SobolSequence(parameters.Count, seed);
        return
        [
            baseline,
            .. Enumerable.Range(0, count - 1).Select(i => space.ThetaFromUnitCube(sequence.Point(i))
                .Select((value, p) => Rounded(parameters[p], value)).ToArray()),
        ];
    }

    private static double Rounded(DesignParameter parameter, double value) =>
        parameter.Kind != ParameterKind.Continuous ? value : Math.Clamp(
            double.Parse(
                (value / parameter.UnitValue).ToString("G3", CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture)
                * parameter.UnitValue,
            parameter.Minimum, parameter.Maximum);
}
