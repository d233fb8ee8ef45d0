namespace CoDesign.Studies.Calorimeters;

/// <summary>Settings of a network reconstruction; null in a study with the linear one.</summary>
public sealed record NetworkSettings
{
    /// <summary>Neurons per hidden layer.</summary>
    public required int Width { get; init; }

    /// <summary>Hidden layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Adam's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Events per training step.</summary>
    public required int Batch { get; init; }

    /// <summary>Passes over the training events of a fit from scratch.</summary>
    public required int Epochs { get; init; }

    /// <summary>Training steps between two steps of the design.</summary>
    public required int StepsPerDesignStep { get; init; }
}
