namespace CoDesign.Studies.Minimization;

/// <summary>Why a trial has no result, in one word.</summary>
public enum FailureKind
{
    /// <summary>The program ended, or closed its output, before it answered.</summary>
    Crash,

    /// <summary>There was no answer within the time limit.</summary>
    Timeout,

    /// <summary>The answer is not one line that holds a JSON object.</summary>
    Garbage,

    /// <summary>A number of the answer is NaN or infinite.</summary>
    NotFinite,

    /// <summary>Keys or counts of the answer are wrong.</summary>
    WrongAnswer,
}
