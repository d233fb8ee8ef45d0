using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Configuration;

/// <summary>A limit on a quantity of the detector.</summary>
/// <param name="Name">Name in the study.</param>
/// <param name="Expression">The quantity.</param>
/// <param name="Relation">How it is limited.</param>
/// <param name="Limit">The limit, internal units, not 0.</param>
/// <param name="Unit">Unit it is shown in.</param>
/// <param name="UnitValue">Size of that unit in internal units.</param>
public sealed record StudyConstraint(
    string Name, ConstraintExpression Expression, ConstraintRelation Relation, double Limit, string Unit, double UnitValue)
{
    /// <summary>Kind for the optimiser.</summary>
    public ConstraintKind Kind =>
        Relation == ConstraintRelation.Equal ? ConstraintKind.Equality : ConstraintKind.Inequality;

    /// <summary>Sign of value / limit - 1 in the constraint function.</summary>
    public double Sign => Relation == ConstraintRelation.AtLeast ? -1 : 1;
}

/// <summary>How a constraint limits its quantity.</summary>
public enum ConstraintRelation
{
    /// <summary>At most the limit.</summary>
    AtMost,
    /// <summary>At least the limit.</summary>
    AtLeast,
    /// <summary>Equal to the limit.</summary>
    Equal,
}

/// <summary>Settings of the final evaluation.</summary>
/// <param name="Seeds">Repetitions.</param>
/// <param name="TrainingEvents">Training events per seed.</param>
/// <param name="TestEvents">Test events per seed.</param>
public sealed record EvaluationSettings(int Seeds, int TrainingEvents, int TestEvents);

/// <summary>Settings of the gradient optimisation.</summary>
public sealed record OptimizerSettings
{
    /// <summary>Steps of each optimisation.</summary>
    public required int Steps { get; init; }

    /// <summary>Events per step.</summary>
    public required int Batch { get; init; }

    /// <summary>Learning rate in unconstrained units.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Penalty of a violated constraint.</summary>
    public required double Penalty { get; init; }

    /// <summary>Repeated optimisations.</summary>
    public required int Replicas { get; init; }

    /// <summary>Spread of the starts.</summary>
    public required double StartSpread { get; init; }
}

/// <summary>Settings of a network reconstruction; null in a study with the linear one.</summary>
public sealed record NetworkSettings
{
    /// <summary>Neurons per hidden layer.</summary>
    public required int Width { get; init; }

    /// <summary>Hidden layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Adam's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Events per training step.</summary>
    public required int Batch { get; init; }

    /// <summary>Passes over the training events of a fit from scratch.</summary>
    public required int Epochs { get; init; }

    /// <summary>Training steps between two steps of the design.</summary>
    public required int StepsPerDesignStep { get; init; }
}

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

    /// <summary>Whether it is the quick form.</summary>
    public required bool Quick { get; init; }

    /// <summary>Geometry with the study's changes.</summary>
    public required SamplingCalorimeterGeometry Geometry { get; init; }

    /// <summary>Primaries.</summary>
    public required EventSource Events { get; init; }

    /// <summary>Network settings, or null for the linear reconstruction.</summary>
    public required NetworkSettings? Network { get; init; }

    /// <summary>Objective.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Constraints.</summary>
    public required IReadOnlyList<StudyConstraint> Constraints { get; init; }

    /// <summary>Gradient descent.</summary>
    public required OptimizerSettings Optimizer { get; init; }

    /// <summary>Events per design of the searches.</summary>
    public required int EventsPerDesign { get; init; }

    /// <summary>Final evaluation.</summary>
    public required EvaluationSettings Evaluation { get; init; }

    /// <summary>The study file with all defaults.</summary>
    public required ConfigNode Configuration { get; init; }
}
