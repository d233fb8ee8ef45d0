using CoDesign.Simulation.Tests;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Tests.Pipelines;

/// <summary>The study of the repository.</summary>
internal static class FlagshipStudy
{
    public static Study Load(params string[] overrides) =>
        StudyLoader.Load(Path.Combine(Flagship.Root, "studies", "ecal-shashlik.yaml"), overrides, quick: false);

    public static DesignFunction Function(Study study) => new(PipelineFactory.Create(study), study.Constraints);

    /// <summary>The baseline as unconstrained numbers.</summary>
    public static double[] Baseline(Study study) =>
        Function(study).Unconstrained([.. study.Geometry.Space.BaselineValues]);
}
