using CoDesign.Simulation.Random;
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

    private int EventsPerTest => _study.Method.EventsPerTest(_study.Evaluation);

    private double TestCost => _study.Method.CostOfTest(
        (double)_study.Evaluation.TrainingEvents / (_study.Evaluation.TrainingEvents + _study.Evaluation.TestEvents));

    /// <summary>Evaluates a design.</summary>
    /// <param name="name">Name in the journal.</param>
    /// <param name="theta">Values, internal units.</param>
    public EvaluatedDesign Run(string name, double[] theta) => new(
        theta,
        [.. Seeds(name, theta, ResponseForm.Hard, "hard")],
        SmoothObjectives(name, theta));

    // Not numbers where the smooth readout measures nothing: it is a check of the hard one and no result.
    private double[] SmoothObjectives(string name, double[] theta)
    {
        try
        {
            return [.. Seeds(name, theta, ResponseForm.Smooth, "smooth").Select(s => s.Objective)];
        }
        catch (UnmeasuredDesignException)
        {
            return [.. Enumerable.Repeat(double.NaN, _study.Evaluation.Seeds)];
        }
    }

    /// <summary>Objective of a design with the hard readout, per seed.</summary>
    public double[] Objectives(string name, double[] theta) =>
        [.. Seeds(name, theta, ResponseForm.Hard, "hard").Select(s => s.Objective)];

    /// <summary>The same where the design may measure nothing: then empty.</summary>
    public double[] ObjectivesIfMeasured(string name, double[] theta)
    {
        try
        {
            double[] objectives = Objectives(name, theta);
            return objectives.All(double.IsFinite) ? objectives : [];
        }
        catch (UnmeasuredDesignException)
        {
            return [];
        }
    }

    /// <summary>Objective of a design on the events that choose among the replicas; not used for any reported
    /// gain.</summary>
    public MeasuredObjective Validation(string name, double[] theta)
    {
        EventStreams streams = context.Streams.Child(StreamRole.Validation);
        return context.Once(
            $"validation/{name}", "comparing designs", EventsPerTest, TestCost,
            () => Test(theta, streams, ResponseForm.Hard).Measure(_study.Objective),
            v => $"objective {v.Value:0.####}");
    }

    /// <summary>Reconstructed events of a design at a seed, made again from their numbers.</summary>
    public TestedBatch Events(double[] theta, int seed) =>
        Test(theta, context.Streams.OfSeed(seed), ResponseForm.Hard);

    private IEnumerable<SeedResult> Seeds(string name, double[] theta, ResponseForm form, string word) =>
        Enumerable.Range(0, _study.Evaluation.Seeds).Select(s => Seed(name, theta, s, form, word));

    private SeedResult Seed(string name, double[] theta, int seed, ResponseForm form, string word) => context.Once(
        $"evaluation/{name}/{word}/{seed}", $"evaluating the {name} design", EventsPerTest, TestCost,
        () => _study.Method.Measure(Test(theta, context.Streams.OfSeed(seed), form)),
        r => $"objective {r.Objective:0.####}");

    /// <summary>The same where the design may measure nothing, or nothing finite: then null.</summary>
    /// <param name="name">Name in the journal.</param>
    /// <param name="theta">Values, internal units.</param>
    public MeasuredObjective? ValidationIfMeasured(string name, double[] theta)
    {
        try
        {
            return Validation(name, theta) is var measured && double.IsFinite(measured.Value) ? measured : null;
        }
        catch (UnmeasuredDesignException)
        {
            return null;
        }
    }

    private TestedBatch Test(double[] theta, EventStreams streams, ResponseForm form)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        EvaluationSettings e = _study.Evaluation;
        return context.Pipeline.Test(
            _study.Geometry.Space.AtValues(theta), form, streams.Child(0), e.TrainingEvents, streams.Child(1),
            e.TestEvents);
    }
}
