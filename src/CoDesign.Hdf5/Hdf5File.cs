using CoDesign.Hdf5.Native;

namespace CoDesign.Hdf5;

/// <summary>An open HDF5 file. Dispose it to be sure that all is on disk: a failure to write is thrown there.</summary>
/// <remarks>
/// Equal contents written in the same order give equal bytes: no times are stored. Calls may come from any thread and
/// run one at a time. Groups and datasets of the file are closed with it.
/// </remarks>
public sealed class Hdf5File : IDisposable
{
    private const uint ReadOnly = 0, ReadWrite = 1, Truncate = 2, Exclusive = 4;

    private readonly Handle _file;
    private readonly HashSet<Hdf5Object> _open = [];
    private readonly bool _writable;
    private bool _disposed;

    private Hdf5File(string path, bool writable, Func<long, long> open, string action)
    {
        Path = path;
        _writable = writable;
        lock (Library.Gate)
        {
            Library.Enter();
            using var access = new Handle(
                H5.H5Pcreate(Library.Global("H5P_CLS_FILE_ACCESS_ID_g")), H5.H5Pclose, action, path);
            // Strong: closing the file closes what is still open in it, so that closing is final and checked.
            const int Strong = 3;
            _ = Library.Check(H5.H5Pset_fclose_degree(access.Id, Strong), action, path);
            _file = new Handle(open(access.Id), H5.H5Fclose, action, path, this);
            Root = new Hdf5Group(this, H5.H5Gopen2(_file.Id, "/", H5.Default), "/");
        }
    }

    /// <summary>Path as it was given.</summary>
    public string Path { get; }

    /// <summary>The group <c>/</c>.</summary>
    public Hdf5Group Root { get; }

    // Set by the first failure that was thrown, so that Dispose does not hide it behind its consequence.
    internal bool HasFailed { get; set; }

    // Whether something could not be written. The library keeps what it has of such a file to the end of the process: it
    // can neither write nor forget it, and crashes when it is asked to close it.
    internal bool IsLost { get; private set; }

    private Hdf5Exception? Untold { get; set; }

    /// <summary>Creates a file.</summary>
    /// <param name="path">Path; its folder must exist.</param>
    /// <param name="ifExists">What to do when the file exists.</param>
    /// <returns>The open file.</returns>
    /// <exception cref="Hdf5Exception">It cannot be created, or exists and may not be replaced.</exception>
    public static Hdf5File Create(string path, IfExists ifExists = IfExists.Fail)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var flags = ifExists == IfExists.Replace ? Truncate : Exclusive;
        return new Hdf5File(path, true, access => H5.H5Fcreate(path, flags, H5.Default, access), "creating the file");
    }

    /// <summary>Opens a file to read.</summary>
    /// <param name="path">Path.</param>
    /// <returns>The open file.</returns>
    /// <exception cref="Hdf5Exception">It is missing or not an HDF5 file.</exception>
    public static Hdf5File OpenRead(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new Hdf5File(path, false, access => H5.H5Fopen(path, ReadOnly, access), "opening the file to read");
    }

    /// <summary>Opens a file to read and write.</summary>
    /// <param name="path">Path of an existing file.</param>
    /// <returns>The open file.</returns>
    /// <exception cref="Hdf5Exception">It is missing, not an HDF5 file, or open elsewhere.</exception>
    public static Hdf5File OpenAppend(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new Hdf5File(path, true, access => H5.H5Fopen(path, ReadWrite, access), "opening the file to append");
    }

    /// <summary>Writes all that is buffered to the operating system.</summary>
    /// <exception cref="Hdf5Exception">It cannot be written, for example because the disk is full.</exception>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        lock (Library.Gate)
        {
            Library.Enter();
            ThrowUntold();
            const int Global = 1;
            Check(H5.H5Fflush(_file.Id, Global), "writing buffered data");
        }
    }

    /// <summary>Writes what is buffered and closes the file and everything in it.</summary>
    /// <exception cref="Hdf5Exception">Data cannot be written and no earlier call has thrown.</exception>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        lock (Library.Gate)
        {
            Library.Enter();
            var reported = HasFailed;
            try
            {
                if (_writable && !IsLost)
                {
                    Flush();
                }
            }
            catch (Hdf5Exception) when (reported)
            {
                // Its cause was thrown before.
            }
            finally
            {
                _disposed = true;
                Close();
            }

            ThrowUntold();
        }
    }

    internal void Add(Hdf5Object child) => _open.Add(child);

    internal void Remove(Hdf5Object child) => _open.Remove(child);

    internal long Check(long result, string action)
    {
        if (result >= 0)
        {
            return result;
        }

        Hdf5Exception failure = Library.Failure(action, Path);
        HasFailed = true;
        IsLost |= failure.IsUnwritten;
        throw failure;
    }

    /// <summary>Notes a failure at a place that cannot throw; it is thrown by the next flush, or when the file is
    /// closed.</summary>
    internal void Lose(Hdf5Exception failure)
    {
        IsLost = true;
        Untold ??= failure;
    }

    // A failure that was thrown already is not replaced by its consequence.
    private void ThrowUntold()
    {
        if (Untold is { } failure && !HasFailed)
        {
            HasFailed = true;
            throw failure;
        }
    }

    // Parts before the file, in which the library otherwise looks for them in vain.
    private void Close()
    {
        foreach (var child in _open.ToArray())
        {
            child.Dispose();
        }

        _file.Dispose();
    }
}
