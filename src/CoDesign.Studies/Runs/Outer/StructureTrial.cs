using CoDesign.Optimization.Trials;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>One structure with its gradient descent.</summary>
/// <param name="Structure">Values of the structural parameters, internal units.</param>
/// <param name="Theta">Values of all parameters where the descent ended, internal units.</param>
/// <param name="From">Number of the trial whose design it started from; -1 for the baseline.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why it did not finish; empty when it did.</param>
/// <param name="Value">Objective with the hard readout; extrapolated when stopped, not a number without a
/// design.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="PairedError">Standard error of its difference from the first finished trial, on common events; what the
/// search is told.</param>
/// <param name="Smooth">Smooth objective at the check points and at the end of the descent.</param>
/// <param name="Events">Simulated events.</param>
internal sealed record StructureTrial(
    double[] Structure, double[] Theta, int From, TrialStatus Status, string Reason, double Value, double Error,
    double PairedError, double[] Smooth, long Events)
{
    /// <summary>Whether it has a value.</summary>
    public bool HasValue() => Status is TrialStatus.Finished or TrialStatus.Stopped;

    /// <summary>A structure without a value.</summary>
    public static StructureTrial Without(
        TrialStatus status, string reason, double[] structure, double[] theta, int from, long events) =>
        new(structure, theta, from, status, reason, double.NaN, double.NaN, double.NaN, [], events);

    /// <summary>As the search without gradients sees it.</summary>
    public Observation Observed() => HasValue()
        ? new Observation { Point = Structure, Objectives = [Value], Errors = [PairedError] }
        : new Observation { Point = Structure, Failure = Reason };
}
