using System.Security.Cryptography;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using CoDesign.Learning.Network;
using CoDesign.Learning.Reconstruction;
using CoDesign.Optimization;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using CoDesign.Studies.Runs;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>The network of one gradient optimisation: trained between the steps of the design, held while a step is
/// taken, and written down after each step so that a stopped run continues to the same bits.</summary>
internal sealed class ReplicaNetwork : TrainedAlongside
{
    // Neighbouring designs that are simulated for the training of a step, without gradient: from designs that differ
    // in all directions the network learns how the correction follows the design. Each has a quarter of the step's
    // events.
    private const int Neighbours = 2;
    private const int NeighbourShare = 4;

    // Spread of the neighbours in unconstrained units: a few steps of the design.
    private const double NeighbourSpread = 0.25;

    private readonly RunContext _context;
    private readonly int _replica;
    private readonly EventStreams _streams;
    private readonly NetworkSettings _settings;
    private readonly OnlineNetwork _network;
    private readonly CalorimeterPipeline _pipeline;
    private readonly CalorimeterPipeline _held;
    private readonly DesignFunction _function;
    private readonly byte[] _untrained;
    private int _after;

    /// <summary>The network of a replica, before its first step.</summary>
    /// <param name="context">The run.</param>
    /// <param name="pipeline">The pipeline of its study.</param>
    /// <param name="replica">Number of the replica.</param>
    /// <param name="settings">Settings of the network.</param>
    public ReplicaNetwork(RunContext context, CalorimeterPipeline pipeline, int replica, NetworkSettings settings)
    {
        (_context, _pipeline, _replica, _settings) = (context, pipeline, replica, settings);
        _streams = context.Streams.OfReplica(replica).Child(0);
        _network = new OnlineNetwork(CalorimeterMethod.Options(settings, context.Study.Device), Inputs(), _streams.Child(0).Seed);
        _held = pipeline.With(_network);
        _function = new DesignFunction(_held, context.Study.Constraints);
        _untrained = State();
    }

    /// <summary>Events simulated at neighbouring designs in a step.</summary>
    public static int AddedEvents(Study study) => Neighbours * NeighbourEvents(study);

    /// <summary>Objective and constraints with the network as it is after a number of steps, held.</summary>
    /// <param name="steps">Steps done; the last one or two of those that the run has done.</param>
    public override DesignFunction HeldAfter(int steps)
    {
        if (_after != steps)
        {
            Load(steps);
        }

        return _function;
    }

    /// <summary>The function at a step's point and events; then the network trains and is written down.</summary>
    /// <remarks>The events of the step are judged by the network of the step before and only then learnt from, so no
    /// event judges the fit it made; the two halves may share the network for the same reason.</remarks>
    /// <param name="step">The step, from 0.</param>
    /// <param name="u">Its point, [parameters].</param>
    /// <param name="streams">Random streams of the replica's events.</param>
    public override FunctionEvaluation Evaluate(int step, double[] u, EventStreams streams)
    {
        int batch = _context.Study.Optimizer.Batch;
        FunctionEvaluation at;
        try
        {
            at = HeldAfter(step).Evaluate(u, design => _held.Loss(
                design, streams, (long)step * batch, batch, (sample, coordinates) => Train(step, u, sample, coordinates)));
        }
        catch (UnmeasuredDesignException)
        {
            // It has perhaps learnt from a design that is not taken.
            _after = -1;
            throw;
        }

        _after = step + 1;
        Save(_after);
        return at;
    }

    /// <inheritdoc/>
    public override void Dispose() => _network.Dispose();

    private static int NeighbourEvents(Study study) => Math.Max(64, study.Optimizer.Batch / NeighbourShare / 2 * 2);

    private long Inputs()
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        DesignSpace space = _context.Study.Geometry.Space;
        Sample sample = _pipeline
            .Simulate(space.AtValues([.. space.BaselineValues]), new SmoothReadout(), _streams, 0, 2).Sample;
        return OnlineNetwork.Inputs(sample.Amplitude.shape[1], sample.Amplitude.shape[2], space.Parameters.Count);
    }

    private void Train(int step, double[] u, Sample sample, Tensor design)
    {
        using DisposeScope scope = NewDisposeScope();
        DesignSpace space = _context.Study.Geometry.Space;
        int events = NeighbourEvents(_context.Study);
        List<(Sample, Tensor)> samples = [(sample, design)];
        using (no_grad())
        {
            var normals = new double[u.Length];
            for (int k = 0; k < Neighbours; k++)
            {
                _streams.Child(1).Normals((Neighbours * (long)step) + k, 1, u.Length, RandomPurpose.Primary, normals);
                Design near = space.At(tensor(u.Zip(normals, (x, z) => x + (NeighbourSpread * z)).ToArray()));
                Sample added = _pipeline.SimulateCalibration(
                    near, new SmoothReadout(), _streams.Child(2 + (ulong)k), (long)step * events, events).Sample;
                samples.Add((added, space.ToUnitCube(near.Theta)));
            }
        }

        _network.Train(samples, _settings.StepsPerDesignStep);
    }

    private string Checkpoint(int steps) =>
        Path.Combine(_context.Directory.Checkpoints, $"replica-{_replica}-step-{steps}.dat");

    // A checkpoint is the SHA-256 of the state and the state. The one before is kept: a run that is stopped after this
    // file is there and before the journal knows of the step does the step again.
    private void Save(int steps)
    {
        byte[] state = State();
        Directory.CreateDirectory(_context.Directory.Checkpoints);
        RunDirectory.WriteWhole(Checkpoint(steps), [.. SHA256.HashData(state), .. state]);
        File.Delete(Checkpoint(steps - 2));
    }

    private byte[] State()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        _network.Save(writer);
        writer.Flush();
        return memory.ToArray();
    }

    private void Load(int steps)
    {
        if (steps == 0)
        {
            using var first = new BinaryReader(new MemoryStream(_untrained));
            _network.Load(first);
            _after = 0;
            return;
        }

        string path = Checkpoint(steps);
        byte[] bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        ReadOnlySpan<byte> state = bytes.AsSpan(Math.Min(SHA256.HashSizeInBytes, bytes.Length));
        if (state.IsEmpty || !SHA256.HashData(state).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            throw new StudyException([new Problem(path, 0, "",
                (state.IsEmpty ? "the network's state after this step is missing" : "the network's state is corrupt")
                + "; restore the file, or start the run again in another directory")]);
        }

        using var reader = new BinaryReader(new MemoryStream(state.ToArray()));
        _network.Load(reader);
        _after = steps;
    }
}
