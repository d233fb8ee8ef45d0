using System.Text.Json;
using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>What a finished run left in its folder: all that a report is made from.</summary>
public sealed record FinishedRun
{
    /// <summary>The summary.</summary>
    public required StudySummary Summary { get; init; }

    /// <summary>The optimisation steps.</summary>
    public required IReadOnlyList<HistoryPoint> History { get; init; }

    /// <summary>The resolved study and geometry, as YAML.</summary>
    public required string ResolvedStudy { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string ReportFile { get; init; }

    /// <summary>Reads a run.</summary>
    /// <param name="path">Its folder.</param>
    /// <exception cref="StudyException">It is not a finished run, or its study was changed since.</exception>
    public static FinishedRun Read(string path)
    {
        if (MinimizationRun.IsOne(path))
        {
            throw new StudyException([new Problem(path, 0, "",
                "this is the run of a minimisation: its result is summary.json, there is no report of it")]);
        }

        using RunDirectory directory = RunDirectory.Open(path);
        if (!File.Exists(directory.Summary))
        {
            throw new StudyException(
                [new Problem(path, 0, "", $"the run is not finished; continue it with 'codesign resume {path}'")]);
        }

        try
        {
            // First: what another version wrote is said to be so, whatever else in it cannot be read.
            StudySummary summary = SummaryJson.Read(StudyLoader.ReadText(directory.Summary, "summary"));
            RunRequest request = RunRequest.FromJson(directory.Start, StudyLoader.ReadText(directory.Start, "run"));
            StudyDigest.CheckFinished(directory);
            Study study = StudyLoader.LoadResolved(directory.Study, directory.Geometry, request.Quick);
            return new FinishedRun
            {
                Summary = summary,
                History = RunHistory.Read(directory.Journal, study),
                ResolvedStudy = StudyLoader.ReadText(directory.Study, "study")
                    + "\n# --- geometry ---\n" + StudyLoader.ReadText(directory.Geometry, "geometry"),
                ReportFile = directory.Report,
            };
        }
        catch (JsonException e)
        {
            throw new StudyException(
                [new Problem(directory.Summary, (int)(e.LineNumber ?? -1) + 1, e.Path ?? "", e.Message)]);
        }
    }
}
