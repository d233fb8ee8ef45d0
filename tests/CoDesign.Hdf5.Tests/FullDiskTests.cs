using Xunit;

namespace CoDesign.Hdf5.Tests;

public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _mountPoint;

    public FullDiskTests() => _mountPoint = Directory.CreateDirectory(_folder.File("disk")).FullName;

    public void Dispose()
    {
        // Lazy: the library may still hold the file it could not write.
        _ = Command.Run("umount", "-l", _mountPoint);
        _folder.Dispose();
    }

    [SmallDiskFact]
    public void Append_MoreThanTheDiskHolds_SaysTheDiskIsFull()
    {
        Mount();
        var path = Path.Combine(_mountPoint, "full.h5");
        var rng = new Random(1);
        var block = Enumerable.Range(0, 100_000).Select(_ => rng.NextDouble()).ToArray();
        var error = Assert.Throws<Hdf5Exception>(() =>
        {
            using var file = Hdf5File.Create(path);
            using var dataset = file.Root.CreateAppendable<double>("x", []);
            for (var i = 0; i < 100; i++)
            {
                dataset.Append(block);
                file.Flush();
            }
        });
        AssertDiskFull(error, path);
    }

    [SmallDiskFact]
    public void Dispose_BufferedMoreThanTheDiskHolds_SaysTheDiskIsFull()
    {
        Mount();
        var path = Path.Combine(_mountPoint, "full.h5");
        // Disposing twice is allowed: the second time, by using, does nothing.
        using var file = Hdf5File.Create(path);
        var rng = new Random(2);
        var block = Enumerable.Range(0, 4000).Select(_ => rng.NextDouble()).ToArray();
        using var dataset = file.Root.CreateAppendable<double>("x", []);
        // Fill the disk by other means, so that what is buffered cannot be written.
        dataset.Append(block);
        FillDisk();
        AssertDiskFull(Assert.Throws<Hdf5Exception>(file.Dispose), path);
    }

    [SmallDiskFact]
    public void Dispose_PartsClosedOnAFullDisk_SaysTheDiskIsFullAndOtherFilesGoOn()
    {
        Mount();
        var path = Path.Combine(_mountPoint, "full.h5");
        var rng = new Random(3);
        for (var values = 500; values <= 8000; values *= 2)
        {
            using Hdf5File file = Hdf5File.Create(path);
            FillDisk();
            var error = Assert.Throws<Hdf5Exception>(() =>
            {
                using (Hdf5Group group = file.Root.CreateGroup("events"))
                {
                    using Hdf5Dataset<double> dataset = group.CreateAppendable<double>("x", []);
                    dataset.Append([.. Enumerable.Range(0, values).Select(_ => rng.NextDouble())]);
                    group.SetAttribute("count", (long)values);
                }

                file.Dispose();
            });

            AssertDiskFull(error, path);
            File.Delete(path);
            File.Delete(Path.Combine(_mountPoint, "filler"));
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var other = _folder.File($"other-{values}.h5");
            using (Hdf5File fine = Hdf5File.Create(other))
            {
                fine.Root.Write("x", [1.0, 2.0], [2]);
            }

            using Hdf5File read = Hdf5File.OpenRead(other);
            Assert.Equal([1.0, 2.0], read.Root.Read<double>("x"));
        }
    }

    private static void AssertDiskFull(Hdf5Exception error, string path)
    {
        Assert.True(error.IsDiskFull, error.Message);
        Assert.Contains("the disk is full", error.Message);
        Assert.Contains("No space left on device", error.Message);
        Assert.Equal(path, error.Path);
    }

    private void Mount() =>
        Assert.Equal(0, Command.Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", _mountPoint).Code);

    private void FillDisk()
    {
        try
        {
            using var filler = File.Create(Path.Combine(_mountPoint, "filler"), 1);
            var page = new byte[4096];
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
}
