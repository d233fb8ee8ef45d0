using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Geometries;
using CoDesign.Learning.Network;
using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Showers;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Judging;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Tensors;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Studies of sampling calorimeters: showers, their energy and impact.</summary>
/// <param name="geometry">The geometry.</param>
/// <param name="events">Primaries.</param>
/// <param name="network">Network settings, or null for the linear reconstruction.</param>
/// <param name="objective">The objective, of metrics of showers.</param>
public sealed class CalorimeterMethod(
    SamplingCalorimeterGeometry geometry, EventSource events, NetworkSettings? network, Objective objective)
    : StudyMethod
{
    // Cost of a training event in a pass of a network's fit, relative to simulating it (measured on the flagship).
    private const double Pass = 0.2;

    // Cost of a GeV of a Monte Carlo shower in simulated events of the parametric model: some 2.7 ms on one core
    // against 15 us (flagship).
    private const double MonteCarloPerGev = 180;

    /// <summary>Primaries.</summary>
    public EventSource Events => events;

    /// <inheritdoc/>
    public override Objective Objective => objective;

    internal override ModelDomain Domain { get; } = new(
        SamplingDomain.Description, detector => SamplingDomain.Outside((CalorimeterDetector)detector));

    internal override CheckNotes Notes(Study study) => ShowerNotes.Of(
        study, Showers(study), objective.Terms.Select(t => t.Metric).OfType<MassResolution>());

    /// <inheritdoc/>
    internal override IReadOnlyList<string> NotModelled { get; } =
    [
        "e/mip and the sampling fluctuations are closed forms fitted to the embedded Monte Carlo, to about 2 % and 4 %, "
            + $"for {SamplingDomain.Description} (see the README).",
        "The shower develops in one average medium; transitions between sections of different sampling are not followed.",
        "Albedo, material in front, dead regions, gaps between modules and fibre holes.",
        "Overlap of neighbouring showers (a pair of photons is always told apart; see merged_pairs), pile-up, and ageing.",
        "Landau tails and saturation of scintillation light (Birks).",
        "Mechanical tolerances; cells are calibrated to the stated non-uniformity.",
    ];

    internal override IReadOnlyList<CurveForm> CurveForms =>
    [
        new("energy_resolution", Unit.Parse("GeV"), Unit.Parse("%")),
        new("energy_linearity", Unit.Parse("GeV"), Unit.Parse("%")),
        new("position_resolution", Unit.Parse("GeV"), Unit.Parse("mm")),
        .. objective.Terms.Any(t => t.Metric is MassResolution)
            ? (CurveForm[])[new("mass_resolution", Unit.Parse("GeV"), Unit.Parse("%"))] : [],
    ];

    /// <summary>The pipeline of a study.</summary>
    /// <param name="study">The study, which may have fixed parameters of the geometry.</param>
    public CalorimeterPipeline Showers(Study study) => new(
        (SamplingCalorimeterGeometry)study.Geometry, events, new ParametricSimulation(),
        network is null ? new LinearReconstruction() : new NetworkReconstruction(Options(network, study.Device), study.Seed),
        objective);

    /// <summary>Options of a network.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="device">Where it is trained and applied.</param>
    public static NetworkOptions Options(NetworkSettings settings, ComputeDevice device) => new()
    {
        Device = device,
        Width = settings.Width,
        Layers = settings.Layers,
        LearningRate = settings.LearningRate,
        Batch = settings.Batch,
        Epochs = settings.Epochs,
    };

    internal override bool IsNoiseless => false;

    internal override bool LearnsFromEvents => true;

    internal override IPipeline Pipeline(Study study) => Showers(study);

    internal override int EventsPerStep(Study study) =>
        study.Optimizer.Batch + (network is null ? 0 : ReplicaNetwork.AddedEvents(study));

    internal override double CostOfTest(double trainingShare) => 1 + (Pass * trainingShare * (network?.Epochs ?? 0));

    internal override double CostOfJudge(JudgeSettings judge)
    {
        const int Grid = 64;
        double energy = Enumerable.Range(0, Grid).Average(i => events.Energy.Energy(i, (i + 0.5) / Grid));
        double readings = (double)ModelReadings * judge.Events;
        return 2 * ((judge.Events * MonteCarloPerGev * energy / Units.GeV)
            + (readings * CostOfTest(CrossFit.Folds - 1)));
    }

    /// <summary>Cost of a Monte Carlo shower of an energy, in simulated events of the parametric model.</summary>
    /// <param name="energy">Energy [MeV].</param>
    internal static double CostOfShower(double energy) => MonteCarloPerGev * energy / Units.GeV;

    /// <summary>The model's showers on each primary of the judge.</summary>
    internal int ModelReadings => network is null ? ShowerJudge.ModelShowers : ShowerJudge.Repeats;

    internal override bool TrainsAlongside => network is not null;

    internal override TrainedAlongside? Training(RunContext context, int replica) =>
        network is null ? null : new ReplicaNetwork(context, Showers(context.Study), replica, network);

    internal override SeedResult Measure(TestedBatch batch) => new ShowerMeasurement(geometry, events, objective)
        .Measure((TestedShowers)batch);

    internal override DesignDescription Describe(Detector detector, IReadOnlyList<SeedResult> seeds) =>
        new ShowerMeasurement(geometry, events, objective).Describe((CalorimeterDetector)detector, seeds);

    internal override LayoutSummary Layout(Detector detector) =>
        new ShowerMeasurement(geometry, events, objective).Layout((CalorimeterDetector)detector);

    internal override Judgement Judge(
        RunContext context, JudgeSettings settings, double[] baseline, double[] optimum)
    {
        var judge = new ShowerJudge(context, this, settings);
        return new ShowerJudgement(
            this, settings, judge.Tested, judge.Run("baseline", baseline), judge.Run("optimum", optimum));
    }

    internal override string? SharedFault(DesignSummary baseline, DesignSummary optimum) =>
        ShowerWarnings.SharedFault(baseline, optimum);

    internal override JudgeRemarks Remarks(JudgeSummary? judge, DesignSummary baseline, DesignSummary optimum) =>
        new(
            [
                .. ShowerWarnings.Of("baseline", baseline), .. ShowerWarnings.Of("optimum", optimum),
                .. ShowerRemarks.Warnings(judge),
            ],
            ShowerRemarks.NotModelled(judge));
}
