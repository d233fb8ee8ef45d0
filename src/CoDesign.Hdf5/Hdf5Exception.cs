namespace CoDesign.Hdf5;

/// <summary>An HDF5 operation failed. The message has the file, the operation and the library's own words.</summary>
public sealed class Hdf5Exception : IOException
{
    /// <summary>A failure without a message.</summary>
    public Hdf5Exception()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What failed, in which file, and why.</param>
    public Hdf5Exception(string message)
        : base(message)
    {
    }

    /// <summary>A failure with a cause.</summary>
    /// <param name="message">What failed, in which file, and why.</param>
    /// <param name="innerException">The cause.</param>
    public Hdf5Exception(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Path of the file, null when none is concerned.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the cause is a full disk.</summary>
    public bool IsDiskFull { get; init; }

    /// <summary>Whether the system did not take what was to be written.</summary>
    internal bool IsUnwritten { get; init; }
}
