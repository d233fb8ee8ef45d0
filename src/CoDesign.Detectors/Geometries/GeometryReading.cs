using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;

namespace CoDesign.Detectors.Geometries;

/// <summary>A geometry file while it is read: its nodes, names and materials, and what is wrong with them.</summary>
internal sealed class GeometryReading
{
    private readonly Dictionary<string, MaterialChoice> _resolved = [];

    public required ConfigNode Root { get; init; }

    public required ParameterReader Parameters { get; init; }

    public required QuantityScope Scope { get; init; }

    public required ExpressionChecker Checker { get; init; }

    public required MaterialReader Materials { get; init; }

    public required List<Problem> Problems { get; init; }

    /// <summary>The space of a file without problems.</summary>
    public DesignSpace Space() => new(Parameters.Parameters);

    /// <summary>Finds the material that a node names and keeps it; one that is broken is reported once.</summary>
    public void Resolve(ConfigNode? node)
    {
        // A choice that is already reported stands for no material, and is not reported again as one.
        if (node is { IsValid: true } && !Parameters.Broken.Contains(node.Text)
            && Materials.Resolve(node, Parameters.Parameters) is { } choice)
        {
            _resolved[node.Path] = choice;
        }
    }

    /// <summary>Whether the node names a material that can be used.</summary>
    public bool IsResolved(ConfigNode node) => _resolved.ContainsKey(node.Path);

    /// <summary>The material at a node that was resolved.</summary>
    public MaterialChoice Material(ConfigNode node) => _resolved[node.Path];
}
