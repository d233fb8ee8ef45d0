using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>Evaluates designs on fresh events with a reconstruction from scratch, seed by seed; designs share the
/// random numbers of a seed, so that their differences are sharper than their values.</summary>
internal sealed class FinalEvaluation(RunContext context)
{
    private readonly Study _study = context.Study;

    private double TestCost => Work.Tested(
        _study,
        (double)_study.Evaluation.TrainingEvents / (_study.Evaluation.TrainingEvents + _study.Evaluation.TestEvents));

    /// <summary>Evaluates a design.</summary>
    /// <param name="name">Name in the journal.</param>
    /// <param name="theta">Values, internal units.</param>
    public EvaluatedDesign Run(string name, double[] theta) => new(
        theta,
        [.. Seeds(name, theta, new HardReadout(), "hard")],
        [.. Seeds(name, theta, new SmoothReadout(), "smooth").Select(s => s.Objective)]);

    /// <summary>Objective of a design with the hard readout, per seed.</summary>
    public double[] Objectives(string name, double[] theta) =>
        [.. Seeds(name, theta, new HardReadout(), "hard").Select(s => s.Objective)];

    /// <summary>Objective of a design on the events that choose among the replicas; not used for any reported
    /// gain.</summary>
    public MeasuredObjective Validation(string name, double[] theta)
    {
        EventStreams streams = context.Streams.Child(StreamRole.Validation);
        EvaluationSettings e = _study.Evaluation;
        return context.Once(
            $"validation/{name}", "comparing designs", e.TrainingEvents + e.TestEvents, TestCost,
            () => Test(theta, streams, new HardReadout()).Measure(_study.Objective),
            v => $"objective {v.Value:0.####}");
    }

    /// <summary>Reconstructed events of a design at a seed, made again from their numbers.</summary>
    public TestedBatch Events(double[] theta, int seed) =>
        Test(theta, context.Streams.OfSeed(seed), new HardReadout());

    private IEnumerable<SeedResult> Seeds(string name, double[] theta, IReadout readout, string form) =>
        Enumerable.Range(0, _study.Evaluation.Seeds).Select(s => Seed(name, theta, s, readout, form));

    private SeedResult Seed(string name, double[] theta, int seed, IReadout readout, string form)
    {
        EvaluationSettings e = _study.Evaluation;
        return context.Once(
            $"evaluation/{name}/{form}/{seed}", $"evaluating the {name} design",
            e.TrainingEvents + e.TestEvents, TestCost,
            () => Measure(Test(theta, context.Streams.OfSeed(seed), readout)),
            r => $"objective {r.Objective:0.####}");
    }

    private TestedBatch Test(double[] theta, EventStreams streams, IReadout readout)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        EvaluationSettings e = _study.Evaluation;
        return context.Pipeline.Test(
            _study.Geometry.Space.AtValues(theta), readout, streams.Child(0), e.TrainingEvents, streams.Child(1),
            e.TestEvents);
    }

    private SeedResult Measure(TestedBatch batch)
    {
        var curves = new ResolutionCurves(_study.Events.Energy, _study.Objective);
        return new SeedResult(
            batch.Measure(_study.Objective).Value,
            [.. _study.Objective.Terms.Select((t, i) => Math.Sqrt(batch.Deviations[i].Average()))],
            Rms(batch.EnergyRatio, 1),
            Math.Sqrt((batch.ErrorX.Sum(x => x * x) + batch.ErrorY.Sum(y => y * y)) / (2 * batch.ErrorX.Length)),
            curves.Moments(batch));
    }

    private static double Rms(double[] values, double about) =>
        Math.Sqrt(values.Sum(v => (v - about) * (v - about)) / values.Length);
}
