using CoDesign.Learning.Network;
using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation;
using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Pipelines;

/// <summary>Makes the stages that a study names.</summary>
public static class PipelineFactory
{
    /// <summary>The pipeline of a study.</summary>
    public static CalorimeterPipeline Create(Study study) => new(
        study.Geometry, study.Events, new ParametricSimulation(), Reconstruction(study), study.Objective);

    /// <summary>Options of a study's network.</summary>
    /// <param name="settings">Its settings.</param>
    public static NetworkOptions Network(NetworkSettings settings) => new()
    {
        Width = settings.Width,
        Layers = settings.Layers,
        LearningRate = settings.LearningRate,
        Batch = settings.Batch,
        Epochs = settings.Epochs,
    };

    private static IReconstruction Reconstruction(Study study) =>
        study.Network is { } network ? new NetworkReconstruction(
            Network(network), study.Seed) : new LinearReconstruction();
}
