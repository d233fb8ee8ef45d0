namespace CoDesign.Studies.Minimization;

/// <summary>Tells when a program has closed its standard output and lives on while a shell around it holds the same output.</summary>
/// <remarks>
/// The end of the output does not come as long as anybody holds it. A process that was seen with it, lives on without it,
/// and has no other holder than the shells that wait for it will not answer.
/// </remarks>
/// <param name="root">Number of the outermost process.</param>
internal sealed class OutputWatch(int root)
{
    private readonly string _output = Link($"/proc/{root}/fd/1");
    private readonly Dictionary<int, string> _seen = [];
    private int _times;

    /// <summary>Looks, a moment after the last time.</summary>
    /// <returns>Whether nobody is left who would answer, as twice before.</returns>
    public bool IsClosed()
    {
        if (!_output.StartsWith("pipe:", StringComparison.Ordinal))
        {
            return false;
        }

        IReadOnlyList<(int Id, int Parent)> tree = ProcessTree.Of(root);
        HashSet<int> holders = [.. tree.Select(p => p.Id).Where(Holds)];
        Dictionary<int, int> parents = tree.ToDictionary(p => p.Id, p => p.Parent);
        bool closed = tree.Any(p => !holders.Contains(p.Id) && _seen.TryGetValue(p.Id, out string? command)
            && command == CommandLine(p.Id) && holders.IsSubsetOf(Ancestors(p.Id, parents)));
        foreach (int id in holders)
        {
            _seen[id] = CommandLine(id);
        }

        _times = closed ? _times + 1 : 0;
        return _times > 2;
    }

    private static HashSet<int> Ancestors(int id, Dictionary<int, int> parents)
    {
        HashSet<int> found = [];
        while (parents.TryGetValue(id, out int parent) && found.Add(parent))
        {
            id = parent;
        }

        return found;
    }

    private bool Holds(int id)
    {
        try
        {
            return Directory.GetFiles($"/proc/{id}/fd").Any(f => Link(f) == _output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string CommandLine(int id) => ProcessTree.Text($"/proc/{id}/cmdline");

    private static string Link(string file)
    {
        try
        {
            return new FileInfo(file).LinkTarget ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
