using CoDesign.Detectors.Configuration;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>Looks whether the events of a study can be measured at its baseline, before a run begins.</summary>
public static class BaselineCheck
{
    private const int Events = 256;

    /// <summary>Checks a study.</summary>
    /// <param name="study">The study.</param>
    /// <exception cref="StudyException">None of its events can be measured at the baseline.</exception>
    public static void Check(Study study)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        try
        {
            study.Method.Pipeline(study).MeasuredShare(
                study.Geometry.Space.Baseline(), new EventStreams(study.Seed), 0, Events);
        }
        catch (UnmeasuredDesignException e)
        {
            throw new StudyException([study.Configuration.Get("events").Problem($"at the baseline {e.Message}")]);
        }
    }
}
