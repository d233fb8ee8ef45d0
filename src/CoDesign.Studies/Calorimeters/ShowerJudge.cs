using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Space;
using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Puts a Monte Carlo in the place of the gradient's model at given designs: the same primaries, the same hard
/// readout, the reconstruction fitted to its events; and for comparison the model in the same way.</summary>
/// <remarks>
/// Showers are dear, readings are not: each shower is read out <see cref="Repeats"/> times with its own noise, all
/// showers train and test by <see cref="CrossFit"/>, and pairs are formed in many ways (<see cref="RoundRobin"/>).
/// Errors come from whole groups of showers (<see cref="Judging.Jackknife"/>).
/// </remarks>
internal sealed class ShowerJudge
{
    /// <summary>Readings of a shower: the noise of one reading then adds a quarter of its variance.</summary>
    public const int Repeats = 4;

    /// <summary>The model's showers cost nothing: with more of them on each primary its own error stays below the Monte
    /// Carlo's. A network would train on all of them, so there they are as many as the Monte Carlo's readings.</summary>
    public const int ModelShowers = 16;

    // Showers of a piece of the journal: seconds that a killed run loses at most.
    private const int Piece = 64;

    private readonly RunContext _context;
    private readonly Study _study;
    private readonly CalorimeterMethod _method;
    private readonly CalorimeterPipeline _model;
    private readonly CalorimeterPipeline _monteCarlo;
    private readonly IReconstruction _reconstruction;
    private readonly SamplingCalorimeterGeometry _geometry;
    private readonly EventStreams _streams;
    private readonly EventBatch _primaries;
    private readonly int _tested;

    /// <summary>The judge of a run.</summary>
    /// <param name="context">The run.</param>
    /// <param name="method">How the study simulates showers.</param>
    /// <param name="settings">How many showers.</param>
    public ShowerJudge(RunContext context, CalorimeterMethod method, JudgeSettings settings)
    {
        (_context, _study, _method) = (context, context.Study, method);
        _model = method.Showers(_study);
        _monteCarlo = _model.With(new MonteCarloSimulation());
        _reconstruction = _model.Reconstruction;
        _geometry = (SamplingCalorimeterGeometry)_study.Geometry;
        _streams = context.Streams.Child(StreamRole.Judge);
        EventSource source = method.Events;
        bool own = ReferenceEquals(source.Calibration, source);
        _tested = own ? settings.Events : settings.Events / 2 / JudgeSettings.EventStep * JudgeSettings.EventStep;
        EventBatch tested = source.Generate(_streams, 0, _tested);
        _primaries = own
            ? tested : tested.Followed(source.Calibration.Generate(_streams, _tested, settings.Events - _tested));
    }

    /// <summary>The tested primaries, the same at every design and for both simulations.</summary>
    public EventBatch Tested => _primaries.Slice(0, _tested);

    /// <summary>Judges a design.</summary>
    /// <param name="name">Name in the journal.</param>
    /// <param name="theta">Values, internal units.</param>
    public JudgedDesign Run(string name, double[] theta)
    {
        ShowerRecord showers = ShowerRecord.Join(
            [.. Enumerable.Range(0, (_primaries.Count + Piece - 1) / Piece)
                .Select(p => Showers(name, theta, p * Piece))]);
        JudgedEvents monteCarlo = _context.Once(
            $"judge/{name}/monte-carlo", $"reconstructing the judge's events at the {name}", 0, 0,
            () => Reconstruct(
                theta, Repeats, (design, _) => showers.Deposits(_geometry.Build(design), _primaries)));
        int modelReadings = _method.ModelReadings;
        JudgedEvents model = _context.Once(
            $"judge/{name}/model", $"the model on the judge's primaries at the {name}",
            (long)modelReadings * _primaries.Count, _method.CostOfTest(CrossFit.Folds - 1),
            () => Reconstruct(theta, modelReadings, _model.Shower));
        return new JudgedDesign(Sample(theta, monteCarlo), Sample(theta, model), monteCarlo, model);
    }

    private ShowerRecord Showers(string name, double[] theta, int first)
    {
        EventBatch events = _primaries.Slice(first, Math.Min(Piece, _primaries.Count - first));
        return _context.Once(
            $"judge/{name}/showers/{first}", $"Monte Carlo of the {name} design", events.Count,
            CalorimeterMethod.CostOfShower(events.Energy.Average()),
            () =>
            {
                using DisposeScope scope = NewDisposeScope();
                return ShowerRecord.Of(_monteCarlo.Shower(_study.Geometry.Space.AtValues(theta), events));
            },
            _ => $"{Math.Min(first + Piece, _primaries.Count)} of {_primaries.Count} showers");
    }

    private JudgedEvents Reconstruct(double[] theta, int readingCount, Func<Design, EventBatch, Deposits> showers)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Design design = _study.Geometry.Space.AtValues(theta);
        List<Sample> readings = [];
        List<double> visible = [];
        for (int r = 0; r < readingCount; r++)
        {
            EventBatch events = _primaries with { Streams = _streams.Child((ulong)r) };
            Deposits deposits = showers(design, events);
            SimulatedBatch reading = _monteCarlo.Read(design, deposits, new HardReadout(), events);
            readings.Add(reading.Sample with { Seed = _streams.Seed });
            visible.AddRange(deposits.Visible.sum([1L, 2L]).data<double>().ToArray());
        }

        int group = _tested / JudgeSettings.Groups;
        int[] folds = [.. Enumerable.Range(0, _primaries.Count)
            .Select(e => e < _tested ? e / group % CrossFit.Folds : CrossFit.TrainsOnly)];
        (double[] energy, double[] x, double[] y) = CrossFit.Run(
            _reconstruction, readings, folds, _study.Geometry.Space.ToUnitCube(design.Theta), _context.StopIfAsked);
        return new JudgedEvents(readingCount, energy, x, y, [.. visible]);
    }

    private JudgedSample Sample(double[] theta, JudgedEvents events)
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterDetector detector = _geometry.Build(_study.Geometry.Space.AtValues(theta));
        return new JudgedSample(_method, Tested, detector.CellSize.ToDouble(), events);
    }
}
