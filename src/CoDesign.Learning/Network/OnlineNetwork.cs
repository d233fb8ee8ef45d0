using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Random;
using CoDesign.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>A network that is trained along with a design: it keeps its weights and Adam's moments from one step of the
/// design to the next (the fast of two time scales), and is held while the design's gradient is taken.</summary>
/// <remarks>
/// As an <see cref="IReconstruction"/> it refits the linear part to the given sample, differentiably, and applies the
/// held network. Its weights follow from the seed and the events it was trained on, bit for bit.
/// </remarks>
public sealed class OnlineNetwork : IReconstruction, IDisposable
{
    private readonly NetworkOptions _options;
    private readonly Device _device;
    private readonly EventStreams _streams;
    private readonly CorrectionNetwork _network;
    private readonly Adam _optimizer;

    /// <summary>An untrained network, which corrects nothing.</summary>
    /// <param name="options">Shape and training.</param>
    /// <param name="inputs">Inputs, from <see cref="Inputs"/>.</param>
    /// <param name="seed">Seed of weights and order of events.</param>
    public OnlineNetwork(NetworkOptions options, long inputs, ulong seed)
    {
        _options = options;
        _device = Libtorch.Device(options.Device);
        _streams = new EventStreams(seed);
        _network = new CorrectionNetwork(inputs, options, _streams.Child(0), _device);
        _optimizer = optim.Adam(_network.parameters(), options.LearningRate);
    }

    /// <summary>How often <see cref="Train"/> was called.</summary>
    public long Trainings { get; private set; }

    /// <summary>Number of inputs of a network.</summary>
    /// <param name="depths">Depths read out.</param>
    /// <param name="cells">Cells of a cluster.</param>
    /// <param name="parameters">Parameters of the design.</param>
    public static long Inputs(long depths, long cells, long parameters) =>
        ClusterInputs.Count(depths, cells, parameters);

    /// <inheritdoc/>
    public IFittedReconstruction Fit(Sample training, Tensor design) =>
        new CorrectedReconstruction(new LinearReconstruction().Fit(training, design), _network.Freeze());

    /// <summary>Trains on events of several designs, which teach the network how to follow a design that
    /// moves.</summary>
    /// <param name="samples">Samples, each with its design in the unit cube, [parameters]; gradients are not
    /// followed.</param>
    /// <param name="steps">Training steps.</param>
    public void Train(IReadOnlyList<(Sample Sample, Tensor Design)> samples, int steps)
    {
        using DisposeScope scope = NewDisposeScope();
        TrainingSet set;
        using (no_grad())
        {
            set = TrainingSet.Join([.. samples.Select(s => TrainingSet.From(s.Sample, s.Design, _device))]);
            if (Trainings == 0)
            {
                // Held from then on: a moving standardisation would change the function behind the optimiser's back.
                (Tensor mean, Tensor scale) = set.Inputs.Standardisation();
                _network.Standardise(mean, scale);
            }
        }

        NetworkTraining.Run(
            _network, _optimizer, set, steps, _options.Batch, _ => _options.LearningRate,
            _streams.Child(1).Child((ulong)Trainings));
        Trainings++;
    }

    /// <summary>Writes weights and the optimiser's state; reading them back continues to the same bits.</summary>
    /// <param name="writer">Where to.</param>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Trainings);
        _network.save(writer);
        _optimizer.save_state_dict(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote for the same options and inputs.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="ArgumentException">It is of another network.</exception>
    public void Load(BinaryReader reader)
    {
        Trainings = reader.ReadInt64();
        _network.load(reader);
        _optimizer.load_state_dict(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
    }
}
