namespace CoDesign.Studies.Minimization;

/// <summary>When too many trials failed to go on.</summary>
internal sealed class FailureLimit
{
    /// <summary>A search ends when the first trials of it all fail, as many as this.</summary>
    public const int AtTheStart = 10;

    /// <summary>A search ends when as many trials in a row fail.</summary>
    public const int InARow = 20;

    private int _trials, _row;

    /// <summary>Counts a trial.</summary>
    /// <param name="failed">Whether it failed.</param>
    /// <returns>Why the search should end; null to go on.</returns>
    public string? Count(bool failed)
    {
        _trials++;
        _row = failed ? _row + 1 : 0;
        return _row == _trials && _row >= AtTheStart ? $"the first {_row} trials all failed"
            : _row >= InARow ? $"the last {_row} trials all failed"
            : null;
    }
}
