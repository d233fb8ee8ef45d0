using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation;
using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Pipelines;

/// <summary>Makes the stages that a study names.</summary>
public static class PipelineFactory
{
    /// <summary>The pipeline of a study.</summary>
    public static CalorimeterPipeline Create(Study study) => new(
        study.Geometry, study.Events, new ParametricSimulation(), new LinearReconstruction(), study.Objective);
}
