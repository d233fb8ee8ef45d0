using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Studies.Kinds;

/// <summary>How a study simulates, reconstructs, describes and judges designs of one kind of detector: all that depends
/// on the kind in a run.</summary>
public abstract class StudyMethod
{
    private protected StudyMethod()
    {
    }

    /// <summary>The objective.</summary>
    public abstract Objective Objective { get; }

    /// <summary>The detectors that the model was calibrated with; null for one that holds everywhere.</summary>
    internal abstract ModelDomain? Domain { get; }

    /// <summary>What a check says of a study that is not wrong, beyond its geometry; simulates a few events.</summary>
    /// <param name="study">The study.</param>
    internal abstract CheckNotes Notes(Study study);

    /// <summary>What the models leave out.</summary>
    internal abstract IReadOnlyList<string> NotModelled { get; }

    /// <summary>The curves that it reports.</summary>
    internal abstract IReadOnlyList<CurveForm> CurveForms { get; }

    /// <summary>Design to objective.</summary>
    /// <param name="study">The study.</param>
    internal abstract IPipeline Pipeline(Study study);

    /// <summary>Simulated events of a step of the design.</summary>
    /// <param name="study">The study.</param>
    internal abstract int EventsPerStep(Study study);

    /// <summary>Cost of an event where a share of the events trains a reconstruction from scratch, in units of a
    /// simulated event without gradient.</summary>
    /// <param name="trainingShare">Share of the events that train.</param>
    internal abstract double CostOfTest(double trainingShare);

    /// <summary>Cost of judging both designs, in the same units.</summary>
    /// <param name="judge">Its settings.</param>
    internal abstract double CostOfJudge(JudgeSettings judge);

    /// <summary>Events of one test of the final evaluation.</summary>
    /// <param name="evaluation">Its settings.</param>
    internal int EventsPerTest(EvaluationSettings evaluation) =>
        evaluation.TestEvents + (LearnsFromEvents ? evaluation.TrainingEvents : 0);

    /// <summary>What is trained together with the design of a replica; null when nothing is.</summary>
    /// <param name="context">The run.</param>
    /// <param name="replica">Number of the replica.</param>
    internal abstract TrainedAlongside? Training(RunContext context, int replica);

    /// <summary>Whether something is trained together with the design.</summary>
    internal abstract bool TrainsAlongside { get; }

    /// <summary>Whether the smooth objective is one function without noise: the same events in every step, and nothing
    /// that learns on the way. Then elements of arrays can be exchanged.</summary>
    internal abstract bool IsNoiseless { get; }

    /// <summary>Whether the reconstruction learns from events of its own before others are measured.</summary>
    internal abstract bool LearnsFromEvents { get; }

    /// <summary>What a seed of the final evaluation says of a design.</summary>
    /// <param name="batch">Its events.</param>
    internal abstract SeedResult Measure(TestedBatch batch);

    /// <summary>What is reported of an evaluated design beyond the terms of the objective.</summary>
    /// <param name="detector">The detector at the design.</param>
    /// <param name="seeds">Results of all seeds.</param>
    internal abstract DesignDescription Describe(Detector detector, IReadOnlyList<SeedResult> seeds);

    /// <summary>What a detector looks like.</summary>
    /// <param name="detector">The detector.</param>
    internal abstract LayoutSummary Layout(Detector detector);

    /// <summary>Simulates baseline and optimum once more, independently.</summary>
    /// <param name="context">The run.</param>
    /// <param name="settings">How many events.</param>
    /// <param name="baseline">Values of the baseline, internal units.</param>
    /// <param name="optimum">Values of the optimum, internal units.</param>
    internal abstract Judgement Judge(RunContext context, JudgeSettings settings, double[] baseline, double[] optimum);

    /// <summary>What else a reader should know of the judge, or that there was none.</summary>
    /// <param name="judge">What the judge said; null when the study asks for none.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="optimum">The optimum.</param>
    internal abstract JudgeRemarks Remarks(JudgeSummary? judge, DesignSummary baseline, DesignSummary optimum);

    /// <summary>What makes the numbers of model and judge worthless alike, a clause; null if nothing is known.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="optimum">The optimum.</param>
    internal abstract string? SharedFault(DesignSummary baseline, DesignSummary optimum);
}
