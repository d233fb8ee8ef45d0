using CoDesign.Optimization.Trials;

namespace CoDesign.Studies.Minimization;

/// <summary>A finished trial, as the journal holds it.</summary>
/// <param name="Trial">Its number, from 1.</param>
/// <param name="Point">Values of the parameters.</param>
/// <param name="Answer">The answer; null when it failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Seconds">Wall-clock time of the evaluation [s].</param>
/// <param name="Elapsed">Wall-clock time of the run when it ended, interruptions left out [s].</param>
internal sealed record TrialRecord(
    int Trial, double[] Point, ProgramAnswer? Answer, TrialFailure? Failure, double Seconds, double Elapsed)
{
    /// <summary>As a search sees it.</summary>
    public Observation Observation() => new()
    {
        Point = Point,
        Objectives = Answer?.Objectives ?? [],
        Errors = Answer?.Errors,
        Constraints = Answer?.Constraints ?? [],
        Gradients = Answer?.Gradients,
        Failure = Failure?.Reason,
    };
}
