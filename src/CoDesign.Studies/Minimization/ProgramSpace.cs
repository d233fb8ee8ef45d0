using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Studies.Minimization;

/// <summary>What a space file says.</summary>
public sealed record ProgramSpace
{
    /// <summary>Name, which can be that of a folder.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters, in the order of the file.</summary>
    public required IReadOnlyList<ProgramParameter> Parameters { get; init; }

    /// <summary>Number of objectives; null to take it from the first answer.</summary>
    public int? Objectives { get; init; }

    /// <summary>Names of the objectives; empty if there are none.</summary>
    public IReadOnlyList<string> ObjectiveNames { get; init; } = [];

    /// <summary>Number of constraints; null to take it from the first answer.</summary>
    public int? Constraints { get; init; }

    /// <summary>Worst values of interest; null if the file has none.</summary>
    public double[]? ReferencePoint { get; init; }

    /// <summary>The file with all defaults.</summary>
    public required ConfigNode Configuration { get; init; }

    /// <summary>The space as the search sees it.</summary>
    public SearchSpace Space => new([.. Parameters.Select(p => p.Variable)]);

    /// <summary>Name of an objective, for tables.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="count">How many there are.</param>
    public string Objective(int index, int count) =>
        index < ObjectiveNames.Count ? ObjectiveNames[index] : count == 1 ? "objective" : $"objective {index + 1}";
}
