namespace CoDesign.Benchmarks;

/// <summary>Files of the repository, found by walking up from the program.</summary>
internal static class Repository
{
    public static string Path(string relative)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CoDesign.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder?.FullName ?? ".", relative);
    }
}
