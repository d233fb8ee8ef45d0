using CoDesign.Simulation.Tests;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;

namespace CoDesign.Studies.Tests.Trackers;

/// <summary>Studies of trackers, of the repository or given as text, run in a folder that is deleted again.</summary>
internal static class TrackerStudies
{
    /// <summary>A study of the repository.</summary>
    public static Study Load(string name, params string[] overrides) =>
        StudyLoader.Load(Path.Combine(Flagship.Root, "studies", $"{name}.yaml"), overrides, quick: false);

    /// <summary>A study given as text.</summary>
    public static Study Read(string study, string geometry, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("study.yaml"), study);
        File.WriteAllText(folder.In("geometry.yaml"), geometry);
        return StudyLoader.Load(folder.In("study.yaml"), overrides, quick: false);
    }

    /// <summary>The same study without judge, with fewer steps and as many tracks as it takes where all are alike: two,
    /// one of each charge, and 32 groups of them in an evaluation.</summary>
    public static Study Reduced(this Study study, int steps, int replicas = 2) => study with
    {
        Optimizer = study.Optimizer with { Steps = steps, Batch = 2, Replicas = replicas },
        EventsPerDesign = 64,
        Evaluation = new EvaluationSettings(2, 2, 64),
        Judge = null,
    };

    /// <summary>Runs a study from start to summary.</summary>
    public static StudySummary Run(this Study study)
    {
        using var folder = new TemporaryFolder();
        return StudyRun.Start(study, TinyStudy.Request, folder.In("run"), _ => { }, CancellationToken.None);
    }

    /// <summary>Values of the parameters of an array, in their unit.</summary>
    public static double[] Array(this DesignSummary design, string name) =>
        [.. design.Parameters.Values.Where(p => p.Array == name).Select(p => p.Value)];
}
