using System.Diagnostics;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>A small file system in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    public SmallDisk(string path, string size = "2m")
    {
        _path = Directory.CreateDirectory(path).FullName;
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _path));
    }

    public void Fill()
    {
        try
        {
            using var filler = new FileStream(
                Path.Combine(_path, "filler"), FileMode.Append, FileAccess.Write, FileShare.None, 0);
            var page = new byte[1024];
            while (true)
            {
                filler.Write(page);
            }
        }
        catch (IOException)
        {
            // The disk is full now, as intended.
        }
    }

    public void Empty() => File.Delete(Path.Combine(_path, "filler"));

    public void Dispose() => _ = Run("umount", "-l", _path);

    /// <summary>Why none can be mounted here; null where one can.</summary>
    public static string? Obstacle()
    {
        string path = Directory.CreateTempSubdirectory("codesign-disk-").FullName;
        bool mounted = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path) == 0;
        if (mounted)
        {
            _ = Run("umount", path);
        }

        Directory.Delete(path);
        return mounted ? null : "a tmpfs cannot be mounted here (needs root)";
    }

    public static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start");
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>A test that mounts a small file system; skipped with the reason where that is not permitted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Obstacle();
}

/// <summary>The same with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.Obstacle();
}
