namespace TorchSharp;

/// <summary>The open dispose scopes of a thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? _thread;

    private DisposeScopeManager()
    {
    }

    /// <summary>Counts of the tensors of this thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread.Counts;

    internal static DisposeScopeManager OfThread => _thread ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal DisposeScope? Current { get; set; }
}
