using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;
using TorchSharp;

namespace CoDesign.Studies.Runs;

/// <summary>Measures a design as a search without gradients sees it: hard readout, a reconstruction from
/// scratch.</summary>
internal static class DesignTest
{
    /// <summary>Its objective; null where no event can be measured or it is not finite.</summary>
    /// <param name="context">The run.</param>
    /// <param name="theta">Values, internal units.</param>
    /// <param name="streams">Random streams of the design.</param>
    /// <param name="events">Events; half of them train where the reconstruction learns.</param>
    public static MeasuredObjective? Measure(RunContext context, double[] theta, EventStreams streams, int events)
    {
        Study study = context.Study;
        int learned = study.Method.LearnsFromEvents ? events / 2 : 0;
        using DisposeScope scope = torch.NewDisposeScope();
        try
        {
            MeasuredObjective measured = context.Pipeline.Test(
                study.Geometry.Space.AtValues(theta), ResponseForm.Hard, streams.Child(0), learned, streams.Child(1),
                events - learned).Measure(study.Objective);
            return double.IsFinite(measured.Value) ? measured : null;
        }
        catch (UnmeasuredDesignException)
        {
            return null;
        }
    }
}
