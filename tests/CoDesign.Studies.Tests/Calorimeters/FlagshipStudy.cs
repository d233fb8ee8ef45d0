using CoDesign.Simulation.Tests;
using CoDesign.Studies.Calorimeters;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Tests.Calorimeters;

/// <summary>The study of the repository.</summary>
internal static class FlagshipStudy
{
    public static Study Load(params string[] overrides) =>
        StudyLoader.Load(Path.Combine(Flagship.Root, "studies", "ecal-shashlik.yaml"), overrides, quick: false);

    public static CalorimeterPipeline Pipeline(Study study) => ((CalorimeterMethod)study.Method).Showers(study);

    public static DesignFunction Function(Study study) => new(Pipeline(study), study.Constraints);

    /// <summary>The baseline as unconstrained numbers.</summary>
    public static double[] Baseline(Study study) =>
        Function(study).Unconstrained([.. study.Geometry.Space.BaselineValues]);
}
