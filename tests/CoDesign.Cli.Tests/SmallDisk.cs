using System.Diagnostics;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>A file system of two megabytes in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    public SmallDisk(string path)
    {
        _path = Directory.CreateDirectory(path).FullName;
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", _path));
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
    public SmallDiskFactAttribute()
    {
        string path = Directory.CreateTempSubdirectory("codesign-disk-").FullName;
        if (SmallDisk.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path) == 0)
        {
            _ = SmallDisk.Run("umount", path);
        }
        else
        {
            Skip = "a tmpfs cannot be mounted here (needs root)";
        }

        Directory.Delete(path);
    }
}
