using CoDesign.Detectors.Space;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>Some parameters of a design space as variables of a search without gradients.</summary>
internal sealed class StructureSpace
{
    private readonly int[] _places;

    private StructureSpace(DesignSpace space, int[] places)
    {
        _places = places;
        Parameters = [.. places.Select(i => space.Parameters[i])];
        Space = new SearchSpace([.. Parameters.Select(Variable)]);
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<DesignParameter> Parameters { get; }

    /// <summary>The same as variables.</summary>
    public SearchSpace Space { get; }

    /// <summary>The parameters of the structure.</summary>
    public static StructureSpace Structural(DesignSpace space) => new(
        space, [.. Enumerable.Range(0, space.Parameters.Count).Where(i => space.Parameters[i].IsStructural)]);

    /// <summary>All parameters.</summary>
    public static StructureSpace All(DesignSpace space) => new(space, [.. Enumerable.Range(0, space.Parameters.Count)]);

    /// <summary>The values of these parameters in a design.</summary>
    /// <param name="theta">Values of all parameters, internal units.</param>
    public double[] Of(double[] theta) => [.. _places.Select(i => theta[i])];

    /// <summary>A design with these values for these parameters.</summary>
    /// <param name="theta">Values of all parameters, internal units.</param>
    /// <param name="point">Values of these, internal units.</param>
    public double[] Into(double[] theta, double[] point)
    {
        double[] changed = [.. theta];
        for (int i = 0; i < point.Length; i++)
        {
            changed[_places[i]] = point[i];
        }

        return changed;
    }

    /// <summary>Distance of two points: each parameter counts by its share of the range, a choice by whether it
    /// differs.</summary>
    public double Distance(double[] a, double[] b)
    {
        double[] x = Space.ToUnit(a), y = Space.ToUnit(b);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double d = Parameters[i].Kind == ParameterKind.Choice ? (a[i] == b[i] ? 0 : 1) : x[i] - y[i];
            sum += d * d;
        }

        return Math.Sqrt(sum);
    }

    private static SearchVariable Variable(DesignParameter p) => new()
    {
        Name = p.Name,
        Kind = p.Kind switch
        {
            ParameterKind.Choice => VariableKind.Choice,
            ParameterKind.Integer => VariableKind.Integer,
            _ => VariableKind.Continuous,
        },
        Minimum = p.Minimum,
        Maximum = p.Maximum,
        IsLogarithmic = p.Scale == ParameterScale.Log,
    };
}
