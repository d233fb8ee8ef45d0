namespace CoDesign.Hdf5;

/// <summary>How a dataset is laid out on disk.</summary>
/// <param name="DeflateLevel">Compression, 0 (none) to 9; bytes are shuffled first.</param>
/// <param name="ChunkRows">Rows of the first dimension per chunk; 0 chooses chunks of about 64 KiB.</param>
public readonly record struct Hdf5Storage(int DeflateLevel = 4, long ChunkRows = 0)
{
    /// <summary>Compressed, with chunks of about 64 KiB.</summary>
    public static Hdf5Storage Compressed { get; } = new(4, 0);
}
