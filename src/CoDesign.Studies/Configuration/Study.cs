using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using CoDesign.Tensors;

namespace CoDesign.Studies.Configuration;

/// <summary>A study, checked and complete.</summary>
public sealed record Study
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks.</summary>
    public required string Description { get; init; }

    /// <summary>Run seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Where networks are trained and applied.</summary>
    public required ComputeDevice Device { get; init; }

    /// <summary>Whether it is the quick form.</summary>
    public required bool Quick { get; init; }

    /// <summary>Geometry with the study's changes.</summary>
    public required DetectorGeometry Geometry { get; init; }

    /// <summary>How designs of its kind of detector are simulated, reconstructed and judged.</summary>
    public required StudyMethod Method { get; init; }

    /// <summary>Objective.</summary>
    public Objective Objective => Method.Objective;

    /// <summary>Constraints.</summary>
    public required IReadOnlyList<StudyConstraint> Constraints { get; init; }

    /// <summary>Published numbers to compare the baseline with.</summary>
    public required IReadOnlyList<PublishedValue> Published { get; init; }

    /// <summary>Gradient descent.</summary>
    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>The outer loop over structures, or null if every parameter has a gradient.</summary>
    public required OuterSettings? Outer { get; init; }

    /// <summary>The limits of a trade-off, or null if the study asks for none.</summary>
    public required TradeoffSettings? Tradeoff { get; init; }

    /// <summary>Events per design of the searches.</summary>
    public required int EventsPerDesign { get; init; }

    /// <summary>Final evaluation.</summary>
    public required EvaluationSettings Evaluation { get; init; }

    /// <summary>The independent judge, or null if the study asks for none.</summary>
    public required JudgeSettings? Judge { get; init; }

    /// <summary>A problem of a constraint, where it stands. What every detector must keep stands in no study; it is named.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="message">What is wrong.</param>
    internal Problem ProblemOf(StudyConstraint constraint, string message)
    {
        ConfigNode all = Configuration.Get("constraints");
        return all.Find(constraint.Name) is { } own ? own.Problem(message) : all.Problem($"{constraint.Name}: {message}");
    }

    /// <summary>The study file with all defaults.</summary>
    public required ConfigNode Configuration { get; init; }
}
