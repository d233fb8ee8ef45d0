namespace CoDesign.Detectors.Configuration;

/// <summary>A user's input is wrong; carries every problem found, not the first one.</summary>
public sealed class StudyException : Exception
{
    /// <summary>Creates the exception from all problems, which are shown in the order of file and line.</summary>
    /// <param name="problems">The problems, at least one.</param>
    public StudyException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', Sorted(problems)))
    {
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count);
        Problems = Sorted(problems);
    }

    /// <summary>All problems, in the order of file and line.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static Problem[] Sorted(IReadOnlyList<Problem> problems) =>
        [.. problems.Distinct()
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)];
}
