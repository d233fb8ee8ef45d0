using System.Runtime.InteropServices;

namespace CoDesign.Hdf5.Native;

/// <summary>An HDF5 identifier with its closing function.</summary>
internal sealed class Handle : SafeHandle
{
    private readonly Func<long, int> _close;
    private readonly Hdf5File? _owner;

    /// <summary>Takes over an identifier; a negative one becomes the exception of the call that gave it.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="close">Closes it.</param>
    /// <param name="action">What gave it, for the message.</param>
    /// <param name="path">The file, for the message.</param>
    /// <param name="owner">The file that it is in; null for what is in none, such as a type. It is not closed once the
    /// file is lost: the library would write again what it could not write, and crash.</param>
    internal Handle(long id, Func<long, int> close, string action, string path, Hdf5File? owner = null)
        : base(-1, ownsHandle: true)
    {
        (_close, _owner) = (close, owner);
        SetHandle((nint)(owner?.Check(id, action) ?? Native.Library.Check(id, action, path)));
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
            if (_owner is not { IsLost: true } && _close(handle) < 0)
            {
                _owner?.Lose(Native.Library.Failure("closing a part of the file", _owner.Path));
            }

            return true;
        }
    }
}
