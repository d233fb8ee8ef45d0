using CoDesign.Detectors.Space;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>Looks, without simulating, for a design of a structure that keeps the constraints.</summary>
internal sealed class StructureFeasibility(RunContext context)
{
    // Starts of the search besides the given design.
    private const int Starts = 16;

    private readonly Study _study = context.Study;

    private DesignFunction Function => context.Function;

    /// <summary>A design to start a descent from.</summary>
    /// <param name="theta">A design of the structure, internal units; the result is near it where one is.</param>
    /// <param name="seed">Seed of the other starts.</param>
    public Start Find(double[] theta, ulong seed)
    {
        DesignSpace space = _study.Geometry.Space;
        var sobol = new PaddedSequence(space.Parameters.Count, seed);
        for (int i = 0; i <= Starts; i++)
        {
            double[] from = i == 0 ? theta : WithStructure(space.ThetaFromUnitCube(sobol.Point(i)), theta);
            if (Function.Restored(Function.Start(from)) is { } feasible)
            {
                return new Start(feasible, "");
            }
        }

        return new Start([], Broken(theta));
    }

    /// <summary>Names of the constraints that a design breaks.</summary>
    /// <param name="theta">Values, internal units.</param>
    public string Broken(double[] theta) => string.Join(", ", _study.Constraints
        .Where(c => !c.IsSatisfied(c.Excess(Function.Quantity(c, theta)))).Select(c => c.Name).DefaultIfEmpty("all of them at once"));

    private double[] WithStructure(double[] theta, double[] of) =>
        [.. theta.Select((x, i) => _study.Geometry.Space.Parameters[i].IsStructural ? of[i] : x)];

    /// <summary>Where a descent may start.</summary>
    /// <param name="Point">Unconstrained numbers; empty when no design was found.</param>
    /// <param name="Broken">Names of the constraints that the given design breaks, when none was found.</param>
    internal sealed record Start(double[] Point, string Broken);
}
