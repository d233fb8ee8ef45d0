using CoDesign.Hdf5.Native;

namespace CoDesign.Hdf5;

/// <summary>The libhdf5 of this machine, looked for when it is first used.</summary>
public static class Hdf5Library
{
    private static readonly Lazy<(FoundLibrary? Library, string Obstacle)> Search = new(Look);

    /// <summary>Version and file, such as "1.10.8, /usr/lib/x86_64-linux-gnu/libhdf5_serial.so.103"; null if there is
    /// none.</summary>
    public static string? Description =>
        Search.Value.Library is { } found ? $"{found.Version}, {found.Path}" : null;

    /// <summary>Why no HDF5 file can be written or read here and what to do; null if one can.</summary>
    public static string? Obstacle => Search.Value.Library is null ? Search.Value.Obstacle : null;

    private static (FoundLibrary? Library, string Obstacle) Look()
    {
        try
        {
            return (LibrarySearch.Find(LibrarySearch.Folders()), "");
        }
        catch (Hdf5Exception e)
        {
            return (null, e.Message);
        }
    }

    internal static FoundLibrary Found => Search.Value.Library ?? throw new Hdf5Exception(Search.Value.Obstacle);
}
