using CoDesign.Detectors.Space;
using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>The outer model along each structural parameter.</summary>
internal static class StructureSlices
{
    // Values of an integer that are shown; a range of more is thinned evenly.
    private const int MostValues = 25;

    // A model of fewer trials says nothing.
    private const int FewestTrials = 3;

    /// <summary>Slices through the best structure; empty where too few trials have a value.</summary>
    public static IReadOnlyList<SliceSummary> Of(StructureSpace space, StructureResult result)
    {
        StructureTrial[] valued = [.. result.Trials.Where(t => t.HasValue())];
        if (valued.Length < FewestTrials)
        {
            return [];
        }

        var model = GaussianProcess.Fit(
            new ModelData
            {
                Space = space.Space,
                Points = [.. valued.Select(t => t.Structure)],
                Values = [.. valued.Select(t => t.Value)],
                Variances = [.. valued.Select(t => t.PairedError * t.PairedError)],
            },
            new ModelOptions());
        double[] best = result.Trials[result.Best].Structure;
        return [.. space.Parameters.Select((p, i) => Slice(space, model, best, p, i))];
    }

    private static SliceSummary Slice(
        StructureSpace space, GaussianProcess model, double[] best, DesignParameter parameter, int place)
    {
        double[] values = Values(parameter);
        (double Mean, double Variance)[] at = [.. values.Select(value =>
        {
            double[] point = [.. best];
            point[place] = value;
            return model.At(space.Space.ToUnit(point));
        })];
        return new SliceSummary
        {
            Parameter = parameter.Name,
            Labels = [.. values.Select(parameter.Format)],
            Values = values,
            Mean = [.. at.Select(a => a.Mean)],
            StandardDeviation = [.. at.Select(a => Math.Sqrt(a.Variance))],
        };
    }

    private static double[] Values(DesignParameter p)
    {
        int levels = (int)Math.Min(p.Maximum - p.Minimum + 1, MostValues);
        return [.. Enumerable.Range(0, levels).Select(k => p.Round(p.FromScale(
            p.ToScale(p.Minimum) + (k / (levels - 1.0) * (p.ToScale(p.Maximum) - p.ToScale(p.Minimum)))))).Distinct()];
    }
}
