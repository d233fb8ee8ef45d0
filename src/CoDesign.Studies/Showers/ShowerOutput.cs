using CoDesign.Hdf5;

namespace CoDesign.Studies.Showers;

/// <summary>What may stand where events are to be written: nothing, or an HDF5 file, which is replaced.</summary>
internal static class ShowerOutput
{
    // HDF5 File Format Specification 3.0, section II.A.
    private static readonly byte[] Signature = [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>The file behind a path: a symbolic link is followed, also to a file that does not exist yet.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Behind(string path) => new FileInfo(path).LinkTarget is null
        ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>Why nothing can be written to a path; null if something can.</summary>
    public static string? Obstacle(string path)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            return $"given {path}, must be a file; this is a folder";
        }

        try
        {
            string file = Behind(path), partial = ShowerFile.PartialOf(file);
            string folder = Path.GetDirectoryName(file) is { Length: > 0 } parent ? parent : ".";
            return !Directory.Exists(folder) ? $"given {path}, the folder {folder} does not exist"
                : Path.Exists(file) && !IsHdf5(file) ? Other($"given {path}, exists")
                : Path.Exists(partial) && !IsHdf5(partial) ? Other($"given {path}, is written as {partial}, which exists")
                : Hdf5Library.Obstacle is { } none ? $"given {path}, cannot be written: {none}"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"given {path}, cannot be written: {e.Message}";
        }
    }

    private static string Other(string what) =>
        $"{what} and is not an HDF5 file; move it away or choose another name";

    // Devices and pipes have length 0 and are not opened: that would wait for a writer, or wind a tape.
    private static bool IsHdf5(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null || file.Length < Signature.Length)
        {
            return false;
        }

        var start = new byte[Signature.Length];
        using FileStream stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.ReadExactly(start);
        return start.AsSpan().SequenceEqual(Signature);
    }
}
