using System.Runtime.InteropServices;

namespace CoDesign.Hdf5.Native;

/// <summary>An HDF5 identifier with its closing function.</summary>
internal sealed class Handle : SafeHandle
{
    private readonly Func<long, int> _close;

    /// <summary>Takes over an identifier; a negative one becomes the exception of the call that gave it.</summary>
    internal Handle(long id, Func<long, int> close, string action, string path)
        : base(-1, ownsHandle: true)
    {
        _close = close;
        SetHandle((nint)Native.Library.Check(id, action, path));
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle < 0;

    /// <summary>The identifier.</summary>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    internal long Id
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed || IsInvalid, this);
            return handle;
        }
    }

    /// <summary>Closes now and reports a failure, which <see cref="SafeHandle.Dispose()"/> cannot.</summary>
    internal void Close(string action, string path)
    {
        var id = Id;
        SetHandleAsInvalid();
        _ = Native.Library.Check(_close(id), action, path);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        lock (Native.Library.Gate)
        {
            Native.Library.Enter();
            return _close(handle) >= 0;
        }
    }
}
