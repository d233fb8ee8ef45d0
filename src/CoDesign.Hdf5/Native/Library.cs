using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CoDesign.Hdf5.Native;

/// <summary>Starts libhdf5, gives its global identifiers and turns its failures into exceptions.</summary>
internal static class Library
{
    /// <summary>Held around every call: a build of libhdf5 may not be thread-safe, and those that are take a lock
    /// too.</summary>
    internal static readonly Lock Gate = new();

    // The error stack, and whether it prints itself on stderr, belong to a thread.
    [ThreadStatic]
    private static bool _silenced;

    private static nint _module;

    /// <summary>Loads the library once and silences its own error printing on this thread.</summary>
    /// <exception cref="Hdf5Exception">libhdf5 is not installed.</exception>
    internal static void Enter()
    {
        if (_module == 0)
        {
            _module = Hdf5Library.Found.Module;
            NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, Resolve);
        }

        if (!_silenced)
        {
            _ = H5.H5Eset_auto2(H5.Default, 0, 0);
            _silenced = true;
        }
    }

    /// <summary>The value of a global identifier such as <c>H5T_NATIVE_DOUBLE_g</c>; valid after
    /// <see cref="Enter"/>.</summary>
    internal static long Global(string name) => Marshal.ReadInt64(NativeLibrary.GetExport(_module, name));

    /// <summary>Passes a result through, or throws with the library's own words when it is negative.</summary>
    internal static long Check(long result, string action, string path) =>
        result >= 0 ? result : throw Failure(action, path);

    /// <summary>The exception for a call that has just failed on this thread.</summary>
    internal static unsafe Hdf5Exception Failure(string action, string path)
    {
        var lines = new List<string>();
        var handle = GCHandle.Alloc(lines);
        try
        {
            // From the innermost function, where the cause is, to the call that was made.
            _ = H5.H5Ewalk2(H5.Default, 0, &Collect, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }

        _ = H5.H5Eclear2(H5.Default);
        var stack = string.Join("; ", lines);
        // ENOSPC is 28 on every system we run on; the driver prints the number.
        var full = stack.Contains("errno = 28,", StringComparison.Ordinal);
        var text = new StringBuilder().Append(path).Append(": ").Append(action).Append(" failed");
        _ = full ? text.Append(": the disk is full") : text;
        _ = lines.Count > 0 ? text.Append(". HDF5 says: ").Append(stack) : text;
        // A driver that prints a number of the system could not reach the disk.
        var unwritten = lines.Any(l => l.StartsWith("H5FD", StringComparison.Ordinal)
            && l.Contains("errno = ", StringComparison.Ordinal)
            && (l.Contains("write", StringComparison.Ordinal) || l.Contains("truncate", StringComparison.Ordinal)));
        return new Hdf5Exception(text.ToString()) { Path = path, IsDiskFull = full, IsUnwritten = unwritten };
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int Collect(uint n, H5.ErrorRecord* record, nint data)
    {
        if (GCHandle.FromIntPtr(data).Target is List<string> lines)
        {
            var text = Marshal.PtrToStringUTF8((nint)record->Description)?.ReplaceLineEndings(" ").Trim();
            lines.Add($"{Marshal.PtrToStringUTF8((nint)record->Function)}: {text}");
        }

        return 0;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == H5.Library ? _module : 0;
}
