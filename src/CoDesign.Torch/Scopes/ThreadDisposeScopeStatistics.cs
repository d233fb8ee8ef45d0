namespace TorchSharp;

/// <summary>Counts of the tensors of one thread.</summary>
public class ThreadDisposeScopeStatistics : ILifetimeStatistics
{
    internal readonly LifetimeStatistics Tensors = new();

    /// <summary>The counts of tensors, the only ones here.</summary>
    public ILifetimeStatistics TensorStatistics => Tensors;
    /// <inheritdoc/>
    public long CreatedOutsideScopeCount => Tensors.CreatedOutsideScopeCount;
    /// <inheritdoc/>
    public long DisposedOutsideScopeCount => Tensors.DisposedOutsideScopeCount;
    /// <inheritdoc/>
    public long CreatedInScopeCount => Tensors.CreatedInScopeCount;
    /// <inheritdoc/>
    public long DisposedInScopeCount => Tensors.DisposedInScopeCount;
    /// <inheritdoc/>
    public long AttachedToScopeCount => Tensors.AttachedToScopeCount;
    /// <inheritdoc/>
    public long DetachedFromScopeCount => Tensors.DetachedFromScopeCount;
    /// <inheritdoc/>
    public long ThreadTotalLiveCount => Tensors.ThreadTotalLiveCount;

    /// <inheritdoc/>
    public void Reset() => Tensors.Reset();

    /// <summary>The counts by name.</summary>
    public override string ToString() => Tensors.ToString();
}
