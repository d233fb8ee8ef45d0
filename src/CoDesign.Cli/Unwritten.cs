using CoDesign.Hdf5;

namespace CoDesign.Cli;

/// <summary>What is said when a run cannot be written to the disk.</summary>
internal static class Unwritten
{
    // Numbers of errors, the same on every system we run on: no space left on device, disk quota exceeded.
    private const int NoSpace = 28;
    private const int OverQuota = 122;

    /// <summary>Whether the disk, or what the user may use of it, is full.</summary>
    public static bool IsDiskFull(Exception exception) => exception is Hdf5Exception { IsDiskFull: true }
        || (exception is IOException and not Hdf5Exception && exception.HResult is NoSpace or OverQuota);

    /// <summary>Whether an exception ended a run that could not be written any more.</summary>
    /// <param name="path">Folder of the run.</param>
    /// <param name="exception">What ended it.</param>
    public static bool Ended(string path, Exception exception) =>
        exception is IOException or UnauthorizedAccessException && (IsDiskFull(exception) || IsBegun(path));

    /// <summary>Says it, and how to go on.</summary>
    /// <returns>The exit code.</returns>
    public static int Explain(string path, Exception exception)
    {
        string reason = exception.Message.TrimEnd('.');
        Console.Error.WriteLine(IsBegun(path)
            ? $"codesign: stopped, the run cannot be written: {reason}. What was written before is whole; when there is room, "
                + $"continue with: codesign resume {path}"
            : $"codesign: the run was not begun and nothing was written: {reason}");
        return Application.FailedRun;
    }

    private static bool IsBegun(string path) => File.Exists(Path.Combine(path, "run.json"));
}
