using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>Finds the parameters to which the constraints leave one value, so that there is nothing to optimise in
/// them.</summary>
public static class PinnedParameters
{
    // Designs over the space, brought onto the constraints.
    private const int Starts = 32;

    // Fewer feasible ones say nothing.
    private const int Fewest = 8;

    // A parameter that takes no more than this share of its range, while its starts took all of it, is pinned.
    private const double Width = 2e-3;

    /// <summary>Looks for them.</summary>
    /// <param name="study">The study.</param>
    /// <returns>A note, or none.</returns>
    public static IReadOnlyList<Problem> Find(Study study)
    {
        DesignSpace space = study.Geometry.Space;
        if (study.Constraints.Count == 0)
        {
            return [];
        }

        var function = new DesignFunction(study.Method.Pipeline(study), study.Constraints);
        var sobol = new PaddedSequence(space.Parameters.Count, study.Seed + 6);
        double[][] feasible =
        [
            .. Enumerable.Range(0, Starts).Select(i => function.Feasible(space.ThetaFromUnitCube(sobol.Point(i)))).OfType<double[]>(),
        ];
        string[] pinned = feasible.Length < Fewest ? []
            : [.. space.Parameters.Select((p, i) => Pinned(p, [.. feasible.Select(d => d[i])])).OfType<string>()];
        return pinned.Length == 0 ? [] : [study.Configuration.Get("constraints").Problem(
            $"together they leave {string.Join(" and ", pinned)}: there is nothing to optimise in "
            + (pinned.Length == 1 ? "it" : "them"))];
    }

    private static string? Pinned(DesignParameter parameter, double[] values)
    {
        double range = parameter.ToScale(parameter.Maximum) - parameter.ToScale(parameter.Minimum);
        double low = values.Min(), high = values.Max();
        return parameter.Kind == ParameterKind.Continuous && parameter.ToScale(high) - parameter.ToScale(low) <= Width * range
            ? $"{parameter.Name} one value, {parameter.Format((low + high) / 2)}" : null;
    }
}
