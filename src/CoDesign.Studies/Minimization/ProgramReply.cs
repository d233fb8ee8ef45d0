namespace CoDesign.Studies.Minimization;

/// <summary>What came of asking a program.</summary>
/// <param name="Answer">Its answer; null when the trial failed or was given up.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Seconds">Wall-clock time [s].</param>
/// <param name="CannotStart">Whether the shell could not start the command at all.</param>
internal sealed record ProgramReply(ProgramAnswer? Answer, TrialFailure? Failure, double Seconds, bool CannotStart);
