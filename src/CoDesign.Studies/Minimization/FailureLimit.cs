namespace CoDesign.Studies.Minimization;

/// <summary>When too many trials failed to go on.</summary>
/// <param name="before">Trials of the run before it was continued; they are not held against a program that was mended
/// since, but after one of them that did not fail no later failures are the first.</param>
internal sealed class FailureLimit(IReadOnlyList<TrialRecord> before)
{
    /// <summary>A search ends when the first trials of it all fail, as many as this.</summary>
    public const int AtTheStart = 10;

    /// <summary>A search ends when as many trials in a row fail.</summary>
    public const int InARow = 20;

    /// <summary>From as many trials on a search ends when more than <see cref="MostPercent"/> of them failed.</summary>
    public const int ForAShare = 20;

    /// <summary>Share of trials that may fail [%].</summary>
    public const int MostPercent = 90;

    private readonly bool _allFailedBefore = before.All(r => r.Failure is not null);
    private readonly int _before = before.Count;
    private int _trials, _failed, _row;

    /// <summary>Counts a trial.</summary>
    /// <param name="record">The trial.</param>
    /// <returns>Why the search should end; null to go on.</returns>
    public string? Count(TrialRecord record)
    {
        _trials++;
        if (record.Failure is null)
        {
            _row = 0;
            return null;
        }

        _row++;
        _failed++;
        return _row == _trials && _allFailedBefore && _row >= AtTheStart ? $"the first {_before + _row} trials all failed"
            : _row >= InARow ? $"the last {_row} trials all failed"
            : _trials >= ForAShare && 100 * _failed > MostPercent * _trials
                ? $"{_failed} of {(_before > 0 ? "the last " : "")}{_trials} trials failed"
            : null;
    }
}
