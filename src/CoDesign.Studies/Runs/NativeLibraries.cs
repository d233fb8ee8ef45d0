using System.Text.RegularExpressions;

namespace CoDesign.Studies.Runs;

/// <summary>Which native libraries the process has loaded, from the system's map of it.</summary>
public static partial class NativeLibraries
{
    /// <summary>The loaded libtorch, or null.</summary>
    public static string? Torch() => Loaded("libtorch_cpu");

    /// <summary>The loaded BLAS, or null.</summary>
    public static string? Blas() => Loaded("openblas") ?? Loaded("libmkl") ?? Loaded("libblas");

    /// <summary>The loaded HDF5, or null.</summary>
    public static string? Hdf5() => Loaded("libhdf5");

    // The file's own name, with links resolved: it carries the version.
    private static string? Loaded(string part) =>
        !File.Exists("/proc/self/maps") ? null : File.ReadLines("/proc/self/maps")
        .Select(l => PathInMap().Match(l).Value)
        .FirstOrDefault(p => p.Contains(part, StringComparison.Ordinal)) is { } path
            ? Path.GetFileName(path) + Variant(path) : null;

    private static string Variant(string path) =>
        path.Contains("openblas-", StringComparison.Ordinal) ? $" ({Directory.GetParent(path)?.Name})" : "";

    [GeneratedRegex("/.*$")]
    private static partial Regex PathInMap();
}
