using CoDesign.Tensors;

namespace CoDesign.Learning.Network;

/// <summary>Shape and training of the network of a reconstruction.</summary>
public sealed record NetworkOptions
{
    /// <summary>Neurons per hidden layer, at least 1.</summary>
    public required int Width { get; init; }

    /// <summary>Hidden layers, at least 1.</summary>
    public required int Layers { get; init; }

    /// <summary>Adam's learning rate (at the start of a fit from scratch, which lets it fall to zero).</summary>
    public required double LearningRate { get; init; }

    /// <summary>Events per training step, at least 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Where it is trained and applied; inputs and estimates are on the processor.</summary>
    public required ComputeDevice Device { get; init; }

    /// <summary>Passes over the training events of a fit from scratch.</summary>
    public required int Epochs { get; init; }
}
