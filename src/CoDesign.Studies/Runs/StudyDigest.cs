using CoDesign.Detectors.Configuration;

namespace CoDesign.Studies.Runs;

/// <summary>What a run began with, as its journal remembers it: nobody may change it afterwards, neither to go on nor to
/// write a report.</summary>
internal static class StudyDigest
{
    /// <summary>Key of the journal.</summary>
    public const string Key = "study";

    /// <summary>Digest of the resolved study and geometry as they are now.</summary>
    /// <param name="directory">The run.</param>
    public static string Of(RunDirectory directory) =>
        RunDirectory.Sha256(directory.Study) + RunDirectory.Sha256(directory.Geometry);

    /// <summary>Refuses a run whose files were changed; one that has not begun is fine.</summary>
    /// <param name="directory">The run.</param>
    /// <exception cref="StudyException">They were changed, or the journal is corrupt.</exception>
    public static void CheckBegun(RunDirectory directory)
    {
        if (Recorded(directory) is { } recorded)
        {
            Compare(directory, recorded);
        }
    }

    /// <summary>Refuses a finished run whose files were changed, or whose journal does not know them.</summary>
    /// <param name="directory">The run.</param>
    /// <exception cref="StudyException">They were changed, or the journal is corrupt, missing or empty.</exception>
    public static void CheckFinished(RunDirectory directory) => Compare(directory, Recorded(directory)
        ?? throw new StudyException([new Problem(directory.Journal, 0, "",
            "the run has a result, but its journal is missing or empty; restore the file, or run the study again")]));

    private static string? Recorded(RunDirectory directory) => !File.Exists(directory.Journal) ? null
        : Journal.ReadAll<string>(directory.Journal, Key).Where(l => l.Key == Key).Select(l => l.Value).FirstOrDefault();

    private static void Compare(RunDirectory directory, string recorded)
    {
        // A missing file is named by who reads it.
        if (File.Exists(directory.Study) && File.Exists(directory.Geometry) && recorded != Of(directory))
        {
            throw new StudyException([new Problem(directory.Study, 0, "",
                "this study or its geometry was changed after the run began; start a new run for the changed study")]);
        }
    }
}
