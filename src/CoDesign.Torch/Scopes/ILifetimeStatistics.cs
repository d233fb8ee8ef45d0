namespace TorchSharp;

/// <summary>Counts of what was made and disposed of on one thread.</summary>
public interface ILifetimeStatistics
{
    /// <summary>Made while no scope was open.</summary>
    long CreatedOutsideScopeCount { get; }
    /// <summary>Disposed of while belonging to no scope.</summary>
    long DisposedOutsideScopeCount { get; }
    /// <summary>Made while a scope was open.</summary>
    long CreatedInScopeCount { get; }
    /// <summary>Disposed of while belonging to a scope.</summary>
    long DisposedInScopeCount { get; }
    /// <summary>Put into a scope by hand.</summary>
    long AttachedToScopeCount { get; }
    /// <summary>Taken out of all scopes.</summary>
    long DetachedFromScopeCount { get; }
    /// <summary>Made and not yet disposed of.</summary>
    long ThreadTotalLiveCount { get; }
    /// <summary>Sets all counts to zero.</summary>
    void Reset();
    /// <summary>The counts by name.</summary>
    string ToString();
}
