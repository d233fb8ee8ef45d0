using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;
using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Showers from the design to the objective.</summary>
public sealed class CalorimeterPipeline(
    SamplingCalorimeterGeometry geometry, EventSource source, ISimulation simulation, IReconstruction reconstruction,
    Objective objective) : IPipeline
{
    // Events without gradient pass in chunks, so that memory does not grow with their number.
    private const int Chunk = 4096;

    private readonly ShowerMetric[] _metrics = [.. objective.Terms.Select(t => t.Metric).Cast<ShowerMetric>()];

    /// <inheritdoc/>
    public DetectorGeometry Geometry => geometry;

    /// <summary>The objective.</summary>
    public Objective Objective => objective;

    /// <summary>Where events come from.</summary>
    public EventSource Source => source;

    /// <summary>The same pipeline with another reconstruction.</summary>
    /// <param name="other">The reconstruction.</param>
    public CalorimeterPipeline With(IReconstruction other) => new(geometry, source, simulation, other, objective);

    /// <summary>The same pipeline with another simulation.</summary>
    /// <param name="other">The simulation.</param>
    public CalorimeterPipeline With(ISimulation other) => new(geometry, source, other, reconstruction, objective);

    /// <summary>How energy and impact are reconstructed.</summary>
    public IReconstruction Reconstruction => reconstruction;

    /// <summary>Simulates the showers of a batch at a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="events">Primaries.</param>
    public Deposits Shower(Design design, EventBatch events) => simulation.Simulate(geometry.Build(design), events);

    /// <summary>Reads showers at a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="deposits">The showers.</param>
    /// <param name="readout">Smooth or hard.</param>
    /// <param name="events">Their primaries, whose streams the readout draws from.</param>
    public SimulatedBatch Read(Design design, Deposits deposits, IReadout readout, EventBatch events)
    {
        CalorimeterDetector detector = geometry.Build(design);
        Signals signals = readout.Read(detector, deposits, events);
        Sample sample = Sample.From(detector, deposits, signals);
        return new SimulatedBatch(sample with { Seed = events.Streams.Seed }, Azimuths(events), signals.Losses);
    }

    /// <summary>Simulates and reads a range of events at a design.</summary>
    /// <param name="design">The design; its tensors carry the gradient.</param>
    /// <param name="readout">Smooth or hard.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="first">First event.</param>
    /// <param name="count">How many events, even.</param>
    public SimulatedBatch Simulate(Design design, IReadout readout, EventStreams streams, long first, int count) =>
        Simulate(source, design, readout, streams, first, count);

    /// <summary>Simulates and reads events to calibrate with: see <see cref="EventSource.Calibration"/>.</summary>
    /// <inheritdoc cref="Simulate(Design, IReadout, EventStreams, long, int)"/>
    public SimulatedBatch SimulateCalibration(
        Design design, IReadout readout, EventStreams streams, long first, int count) =>
        Simulate(source.Calibration, design, readout, streams, first, count);

    private SimulatedBatch Simulate(
        EventSource primaries, Design design, IReadout readout, EventStreams streams, long first, int count)
    {
        using DisposeScope scope = NewDisposeScope();
        EventBatch events = primaries.Generate(streams, first, count);
        SimulatedBatch batch = Read(design, Shower(design, events), readout, events);
        return new SimulatedBatch(
            batch.Sample.MoveToOuterDisposeScope(), batch.Azimuth.MoveToOuterDisposeScope(), batch.Losses);
    }

    /// <inheritdoc/>
    public Tensor Loss(Design design, EventStreams streams, long first, int count) =>
        Loss(design, streams, first, count, (_, _) => { });

    /// <inheritdoc/>
    public double MeasuredShare(Design design, EventStreams streams, long first, int count) => 1;

    /// <summary>The loss of a batch with the smooth readout, scalar with gradient. Each half is reconstructed with the
    /// calibration of the other, so that no event judges the fit it made; where primaries have a few energies only,
    /// the first half calibrates and the second is judged.</summary>
    /// <param name="design">The design; its tensors carry the gradient.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="first">First event.</param>
    /// <param name="count">How many events, even.</param>
    /// <param name="judged">Given the events and the design in the unit cube when their loss stands.</param>
    public Tensor Loss(
        Design design, EventStreams streams, long first, int count, Action<Sample, Tensor> judged)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor coordinates = geometry.Space.ToUnitCube(design.Theta);
        int half = count / 2;
        bool own = ReferenceEquals(source.Calibration, source);
        SimulatedBatch one = SimulateCalibration(design, new SmoothReadout(), streams, first, half);
        SimulatedBatch two = Simulate(source, design, new SmoothReadout(), streams, first + half, half);
        Tensor loss = Judged(one.Sample, two, coordinates);
        if (own)
        {
            loss = (loss + Judged(two.Sample, one, coordinates)) / 2;
        }

        judged(own ? Sample.Join([one.Sample, two.Sample]) : one.Sample, coordinates);
        return loss.MoveToOuterDisposeScope();
    }

    private Tensor Judged(Sample training, SimulatedBatch test, Tensor coordinates)
    {
        Estimates estimates = reconstruction.Fit(training, coordinates).Estimate(test.Sample, coordinates);
        return objective.Loss(_metrics.Select(m => m.SquaredDeviations(estimates, test.Sample, test.Azimuth)));
    }

    /// <inheritdoc/>
    public TestedBatch Test(
        Design design, ResponseForm form, EventStreams training, int trainingEvents, EventStreams test, int testEvents)
    {
        IReadout readout = form == ResponseForm.Hard ? new HardReadout() : new SmoothReadout();
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor coordinates = geometry.Space.ToUnitCube(design.Theta);
        Sample learning = CalibrationEvents(design, readout, training, trainingEvents);
        IFittedReconstruction fitted = reconstruction.Fit(learning, coordinates);
        List<TestedShowers> parts = [];
        for (int first = 0; first < testEvents; first += Chunk)
        {
            using DisposeScope step = NewDisposeScope();
            SimulatedBatch batch = Simulate(design, readout, test, first, Math.Min(Chunk, testEvents - first));
            parts.Add(TestedShowers.From(fitted.Estimate(batch.Sample, coordinates), batch, _metrics));
        }

        return TestedShowers.Join(parts);
    }

    private static Tensor Azimuths(EventBatch events)
    {
        var uniform = new double[events.Count];
        events.Streams.Uniforms(events.First, events.Count, 1, RandomPurpose.Pairing, uniform);
        return tensor(uniform, dtype: ScalarType.Float64) * (2 * Math.PI);
    }

    private Sample CalibrationEvents(Design design, IReadout readout, EventStreams streams, int count)
    {
        List<Sample> parts = [];
        for (int first = 0; first < count; first += Chunk)
        {
            parts.Add(SimulateCalibration(design, readout, streams, first, Math.Min(Chunk, count - first)).Sample);
        }

        return Sample.Join(parts);
    }
}
