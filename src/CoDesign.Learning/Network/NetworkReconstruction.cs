using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Random;
using CoDesign.Tensors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>A network that corrects the linear reconstruction, trained from scratch on each sample it is fitted
/// to.</summary>
/// <remarks>
/// The linear reconstruction is fitted to the same sample first; the network sees the cells, the linear estimates and
/// the design, and corrects ln E and the impact. Initial weights and the order of the events follow from the given
/// seed and that of the sample: the same sample gives the same bits, and designs that share the events share them
/// too. The fitted network lives in the dispose scope of the call.
/// </remarks>
/// <param name="options">Shape and training.</param>
/// <param name="seed">Seed.</param>
public sealed class NetworkReconstruction(NetworkOptions options, ulong seed) : IReconstruction
{
    /// <inheritdoc/>
    public IFittedReconstruction Fit(Sample training, Tensor design)
    {
        var streams = new EventStreams(seed ^ training.Seed);
        IFittedReconstruction linear = new LinearReconstruction().Fit(training, design);
        long inputs = ClusterInputs.Count(training.Amplitude.shape[1], training.Amplitude.shape[2], design.shape[0]);
        Device device = Libtorch.Device(options.Device);
        using var network = new CorrectionNetwork(inputs, options, streams.Child(0), device);
        using (NewDisposeScope())
        {
            using Adam optimizer = optim.Adam(network.parameters(), options.LearningRate);
            TrainingSet set = TrainingSet.From(training, design, device);
            (Tensor mean, Tensor scale) = set.Inputs.Standardisation();
            network.Standardise(mean, scale);
            int steps = options.Epochs * Math.Max(1, set.Count / options.Batch);
            NetworkTraining.Run(
                network, optimizer, set, steps, options.Batch,
                step => options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * step / steps)), streams.Child(1));
        }

        return new CorrectedReconstruction(linear, network.Freeze());
    }
}
