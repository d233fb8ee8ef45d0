using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Optimization.Searches;
using CoDesign.Physics;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Configuration;

/// <summary>Constraints that every study has: what a detector must keep to be one. Only those are added that some design of
/// the space breaks, so that the others cost nothing.</summary>
internal static class ImplicitConstraints
{
    private const int Samples = 64;

    /// <summary>The constraints to add.</summary>
    /// <param name="geometry">The geometry with the study's free parameters.</param>
    public static IReadOnlyList<StudyConstraint> Of(DetectorGeometry geometry)
    {
        if (geometry.Space.Parameters.Count == 0)
        {
            return [];
        }

        var broken = new HashSet<string>();
        foreach (double[] theta in Designs(geometry))
        {
            using DisposeScope scope = NewDisposeScope();
            Detector detector = geometry.Build(geometry.Space.AtValues(theta));
            broken.UnionWith(geometry.Limits.Where(limit => !limit.Holds(detector)).Select(limit => limit.Name));
        }

        return [.. geometry.Limits.Where(limit => broken.Contains(limit.Name)).Select(limit => new StudyConstraint(
            limit.Name, limit.Quantity, limit.IsUpper ? ConstraintRelation.AtMost : ConstraintRelation.AtLeast,
            limit.Limit, limit.Unit, limit.Unit.Length == 0 ? 1 : Unit.Parse(limit.Unit).Factor))];
    }

    // Points all over the space, and for each limit the corner to which its slope leads: where a quantity grows with each
    // parameter or falls, that is the worst design.
    private static IEnumerable<double[]> Designs(DetectorGeometry geometry)
    {
        DesignSpace space = geometry.Space;
        int n = space.Parameters.Count;
        var sequence = new PaddedSequence(n, 1);
        for (int i = 0; i < Samples; i++)
        {
            yield return space.ThetaFromUnitCube(sequence.Point(i));
        }

        foreach (double[] corner in Corners(geometry))
        {
            yield return space.ThetaFromUnitCube(corner);
        }
    }

    private static List<double[]> Corners(DetectorGeometry geometry)
    {
        DesignSpace space = geometry.Space;
        using DisposeScope scope = NewDisposeScope();
        Tensor centre = zeros(space.Parameters.Count, ScalarType.Float64, requires_grad: true);
        Detector detector = geometry.Build(space.At(centre));
        List<double[]> corners = [];
        foreach (Tensor excess in geometry.Limits.Select(limit => limit.Excess(detector)).Where(e => e.requires_grad))
        {
            double[] slope = autograd.grad([excess], [centre], retain_graph: true)[0].data<double>().ToArray();
            corners.Add([.. slope.Select(s => s > 0 ? 1 : s < 0 ? 0 : 0.5)]);
        }

        return corners;
    }
}
