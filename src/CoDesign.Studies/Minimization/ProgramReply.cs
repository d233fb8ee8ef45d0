namespace CoDesign.Studies.Minimization;

/// <summary>What came of asking a program.</summary>
/// <param name="Answer">Its answer; null when the trial failed or was given up.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Seconds">Wall-clock time [s].</param>
/// <param name="CannotStart">Whether the shell could not start the command at all.</param>
internal sealed record ProgramReply(ProgramAnswer? Answer, TrialFailure? Failure, double Seconds, bool CannotStart)
{
    /// <summary>Where the program was found to answer other questions than those asked; null where it was not.</summary>
    public OutOfStep? OutOfStep { get; init; }
}

/// <summary>A program wrote a line that was not the answer to its question.</summary>
/// <param name="Trials">Numbers of the trials whose answers may be those of others.</param>
/// <param name="Reason">What was seen, in a sentence.</param>
internal sealed record OutOfStep(IReadOnlyList<int> Trials, string Reason);
