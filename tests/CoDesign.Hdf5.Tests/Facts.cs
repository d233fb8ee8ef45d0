using Xunit;

namespace CoDesign.Hdf5.Tests;

/// <summary>A test that needs Python with h5py; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class H5PyFactAttribute : FactAttribute
{
    public const string Python = "/usr/bin/python3";

    public H5PyFactAttribute()
    {
        var (code, output) = Command.Run(Python, "-c", "import h5py");
        if (code != 0)
        {
            Skip = $"{Python} has no h5py (apt-get install python3-h5py): {output.Trim()}";
        }
    }
}

/// <summary>A test that needs h5dump; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class H5DumpFactAttribute : FactAttribute
{
    public H5DumpFactAttribute()
    {
        var (code, output) = Command.Run("h5dump", "--version");
        if (code != 0)
        {
            Skip = $"no h5dump (apt-get install hdf5-tools): {output.Trim()}";
        }
    }
}

/// <summary>A test that mounts a small file system; skipped with the reason where that is not permitted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        using var folder = new TemporaryFolder();
        var mountPoint = Directory.CreateDirectory(folder.File("disk")).FullName;
        var (code, output) = Command.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mountPoint);
        if (code == 0)
        {
            _ = Command.Run("umount", mountPoint);
        }
        else
        {
            Skip = $"a tmpfs cannot be mounted here (needs root): {output.Trim()}";
        }
    }
}
