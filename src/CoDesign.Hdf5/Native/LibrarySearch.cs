using System.Runtime.InteropServices;

namespace CoDesign.Hdf5.Native;

/// <summary>A libhdf5 that was loaded.</summary>
internal sealed record FoundLibrary(nint Module, string Path, Version Version);

/// <summary>Looks for a libhdf5 by the files that are there: their numbers differ from one system to the next.</summary>
internal static class LibrarySearch
{
    private const int Major = 1, OldestMinor = 10, NewestMinor = 14;

    // Debian's build without MPI, then everybody else's.
    private static readonly string[] Patterns = ["libhdf5_serial.so*", "libhdf5.so*", "libhdf5.dylib"];

    private static readonly string[] Prefixes = ["HDF5_DIR", "HDF5_ROOT", "CONDA_PREFIX"];

    private static readonly string[] Usual =
    [
        "/usr/local/lib", "/usr/local/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/lib64", "/usr/lib64",
        "/lib", "/usr/lib", "/opt/homebrew/lib",
    ];

    /// <summary>Folders where libraries may lie, in the order of the search: those that the environment names, those of the
    /// system's loader, the usual ones.</summary>
    public static IReadOnlyList<string> Folders()
    {
        IEnumerable<string> named = (Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "").Split(':').Concat(
            Prefixes.Select(Environment.GetEnvironmentVariable)
                .OfType<string>().Select(f => Path.Combine(f, "lib")));
        IEnumerable<string> loader = Files("/etc/ld.so.conf.d", "*.conf").Order(StringComparer.Ordinal)
            .SelectMany(Lines).Where(l => l.StartsWith('/'));
        return [.. named.Concat(loader).Concat(Usual).Where(Directory.Exists).Distinct()];
    }

    /// <summary>Loads the first libhdf5 of a version that this binding knows.</summary>
    /// <exception cref="Hdf5Exception">There is none; the message says what was found and how to install one.</exception>
    public static FoundLibrary Find(IReadOnlyList<string> folders)
    {
        var unfit = new List<string>();
        foreach (string path in from folder in folders
                                from pattern in Patterns
                                from file in Files(folder, pattern)
                                select file)
        {
            if (!NativeLibrary.TryLoad(path, out nint module))
            {
                unfit.Add($"{path} cannot be loaded");
            }
            else if (NativeLibrary.TryGetExport(module, "H5Pset_fapl_mpio", out _))
            {
                unfit.Add($"{path} wants a running MPI");
                NativeLibrary.Free(module);
            }
            else if (VersionOf(module) is { } version && version.Major == Major && version.Minor is >= OldestMinor and <= NewestMinor)
            {
                if (Start(module))
                {
                    return new FoundLibrary(module, path, version);
                }

                unfit.Add($"{path} does not start");
            }
            else
            {
                unfit.Add(VersionOf(module) is { } other ? $"{path} is {other}" : $"{path} is no libhdf5");
                NativeLibrary.Free(module);
            }
        }

        throw new Hdf5Exception(
            $"no libhdf5 of version {Major}.{OldestMinor} to {Major}.{NewestMinor} is installed"
            + (unfit.Count > 0 ? " (" + string.Join(", ", unfit) + ")" : "")
            + "; get it with './codesign doctor --install' or 'apt-get install libhdf5-103-1'");
    }

    // The longest name is the file itself, to which the shorter ones are links.
    private static IEnumerable<string> Files(string folder, string pattern)
    {
        try
        {
            return Directory.GetFiles(folder, pattern).Where(File.Exists)
                .OrderByDescending(f => f.Length).ThenBy(f => f, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    private static unsafe bool Start(nint module) => NativeLibrary.TryGetExport(module, "H5open", out nint open)
        && ((delegate* unmanaged[Cdecl]<int>)open)() >= 0;

    private static unsafe Version? VersionOf(nint module)
    {
        if (!NativeLibrary.TryGetExport(module, "H5get_libversion", out nint function))
        {
            return null;
        }

        // Before the first other call, as the library asks. At the end of the process it would write again what it could
        // not write before, and crash. Files are closed by their owners, so that nothing is left for it to do.
        if (NativeLibrary.TryGetExport(module, "H5dont_atexit", out nint atExit))
        {
            _ = ((delegate* unmanaged[Cdecl]<int>)atExit)();
        }

        uint major, minor, release;
        return ((delegate* unmanaged[Cdecl]<uint*, uint*, uint*, int>)function)(&major, &minor, &release) < 0
            ? null : new Version((int)major, (int)minor, (int)release);
    }
}
