namespace CoDesign.Tensors;

/// <summary>Files that this process has mapped, libraries among them, from the system's list of them.</summary>
internal static class LoadedFile
{
    /// <summary>Paths that contain a text, links resolved, each once; none where the system keeps no list.</summary>
    public static IReadOnlyList<string> Paths(string part) => !File.Exists("/proc/self/maps") ? [] :
        [.. File.ReadLines("/proc/self/maps").Where(l => l.Contains(part, StringComparison.Ordinal))
            .Select(l => l[l.IndexOf('/', StringComparison.Ordinal)..]).Distinct()];
}
