namespace TorchSharp;

/// <summary>Counts of tensors made and disposed of on one thread.</summary>
public class LifetimeStatistics : ILifetimeStatistics
{
    /// <inheritdoc/>
    public long CreatedOutsideScopeCount { get; internal set; }
    /// <inheritdoc/>
    public long DisposedOutsideScopeCount { get; internal set; }
    /// <inheritdoc/>
    public long CreatedInScopeCount { get; internal set; }
    /// <inheritdoc/>
    public long DisposedInScopeCount { get; internal set; }
    /// <inheritdoc/>
    public long AttachedToScopeCount { get; internal set; }
    /// <inheritdoc/>
    public long DetachedFromScopeCount { get; internal set; }

    /// <inheritdoc/>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount - DisposedInScopeCount + CreatedOutsideScopeCount - DisposedOutsideScopeCount;

    /// <inheritdoc/>
    public void Reset()
    {
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = 0;
        CreatedInScopeCount = DisposedInScopeCount = 0;
        AttachedToScopeCount = DetachedFromScopeCount = 0;
    }

    /// <summary>The counts by name.</summary>
    public override string ToString() =>
        $"ThreadTotalLiveCount: {ThreadTotalLiveCount}; CreatedOutsideScopeCount: {CreatedOutsideScopeCount}; " +
        $"DisposedOutsideScopeCount: {DisposedOutsideScopeCount}; CreatedInScopeCount: {CreatedInScopeCount}; " +
        $"DisposedInScopeCount: {DisposedInScopeCount}; AttachedToScopeCount: {AttachedToScopeCount}; " +
        $"DetachedFromScopeCount: {DetachedFromScopeCount}";
}
