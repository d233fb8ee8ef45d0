using CoDesign.Optimization.Trials;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>One structure with its gradient descent.</summary>
/// <param name="Structure">Values of the structural parameters, internal units.</param>
/// <param name="Theta">Values of all parameters where the descent ended, internal units.</param>
/// <param name="From">Number of the trial whose design it started from; -1 for the baseline.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why it was stopped or failed; empty when it finished.</param>
/// <param name="Value">Objective with the hard readout; extrapolated when stopped, not a number when failed.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Smooth">Smooth objective at the check points and at the end of the descent.</param>
/// <param name="Events">Simulated events.</param>
internal sealed record StructureTrial(
    double[] Structure, double[] Theta, int From, TrialStatus Status, string Reason, double Value, double Error,
    double[] Smooth, long Events)
{
    /// <summary>As the search without gradients sees it.</summary>
    public Observation Observed() => Status == TrialStatus.Failed
        ? new Observation { Point = Structure, Failure = Reason }
        : new Observation { Point = Structure, Objectives = [Value], Errors = [Error] };
}
