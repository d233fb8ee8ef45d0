using CoDesign.Detectors.Space;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>Evaluates designs on fresh events with a reconstruction from scratch, seed by seed; designs share the
/// random numbers of a seed, so that their differences are sharper than their values.</summary>
internal sealed class FinalEvaluation(RunContext context)
{
    private readonly Study _study = context.Study;

    private double TestCost => Work.Tested(
        _study, (double)_study.Evaluation.TrainingEvents / (
            _study.Evaluation.TrainingEvents + _study.Evaluation.TestEvents));

    /// <summary>Evaluates a design.</summary>
    /// <param name="name">Name in the journal.</param>
    /// <param name="theta">Values, internal units.</param>
    public EvaluatedDesign Run(string name, double[] theta) => new(
        theta,
        [.. Enumerable.Range(0, _study.Evaluation.Seeds).Select(s => Seed(name, theta, s, new HardReadout(), "hard"))],
        [.. Enumerable.Range(0, _study.Evaluation.Seeds).Select(s => Seed(name, theta, s, new SmoothReadout(), "smooth").Objective)]);

    /// <summary>Objective of a design with the hard readout, per seed.</summary>
    public double[] Objectives(string name, double[] theta) =>
        [.. Enumerable.Range(0, _study.Evaluation.Seeds).Select(s => Seed(name, theta, s, new HardReadout(), "hard").Objective)];

    /// <summary>Objective of a design on the events that choose among the replicas; not used for any reported
    /// gain.</summary>
    public MeasuredObjective Validation(string name, double[] theta)
    {
        EventStreams streams = context.Streams.Child(1);
        EvaluationSettings e = _study.Evaluation;
        return context.Once(
            $"validation/{name}", "comparing designs", e.TrainingEvents + e.TestEvents, TestCost,
            () => context.Pipeline
                .Test(
                    Design(theta), new HardReadout(), streams.Child(0), e.TrainingEvents, streams.Child(1),
                    e.TestEvents)
                .Measure(_study.Objective),
            v => $"objective {v.Value:0.####}");
    }

    /// <summary>Reconstructed events of a design at a seed, made again from their numbers.</summary>
    public TestedBatch Events(double[] theta, int seed) => Test(theta, seed, new HardReadout());

    private SeedResult Seed(string name, double[] theta, int seed, IReadout readout, string form)
    {
        EvaluationSettings e = _study.Evaluation;
        return context.Once(
            $"evaluation/{name}/{form}/{seed}", $"evaluating the {name} design", e.TrainingEvents
                + e.TestEvents, TestCost,
            () => Measure(Test(theta, seed, readout)),
            r => $"objective {r.Objective:0.####}");
    }

    private TestedBatch Test(double[] theta, int seed, IReadout readout)
    {
        EvaluationSettings e = _study.Evaluation;
        EventStreams streams = context.Streams.Child(1000 + (ulong)seed);
        return context.Pipeline.Test(
            Design(theta), readout, streams.Child(0), e.TrainingEvents, streams.Child(1), e.TestEvents);
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

    private Design Design(double[] theta) => _study.Geometry.Space.AtValues(theta);

    private static double Rms(double[] values, double about) =>
        Math.Sqrt(values.Sum(v => (v - about) * (v - about)) / values.Length);
}

/// <summary>What one seed says of a design.</summary>
/// <param name="Objective">Objective.</param>
/// <param name="Terms">Metrics of the objective's terms, internal units.</param>
/// <param name="EnergyResolution">Relative energy resolution over the spectrum.</param>
/// <param name="PositionResolution">Position resolution over the spectrum [mm].</param>
/// <param name="Bins">Sums per energy bin.</param>
internal sealed record SeedResult(
    double Objective, double[] Terms, double EnergyResolution, double PositionResolution, BinMoments[] Bins);

/// <summary>A design with the results of all seeds.</summary>
/// <param name="Theta">Values, internal units.</param>
/// <param name="Seeds">Results with the hard readout.</param>
/// <param name="Smooth">Objectives with the smooth readout.</param>
internal sealed record EvaluatedDesign(double[] Theta, SeedResult[] Seeds, double[] Smooth);
