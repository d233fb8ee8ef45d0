using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Tiny;

namespace CoDesign.Studies.Tests.Runs;

/// <summary>A run that is stopped and resumed until it is done.</summary>
internal static class Interrupted
{
    /// <summary>Runs a study in its folder "run", stopped after a random number of new pieces each time.</summary>
    /// <param name="tiny">The study.</param>
    /// <param name="random">Random numbers.</param>
    /// <param name="most">Most new pieces before a stop; those read back are counted in what is done before.</param>
    /// <param name="stopped">Called after each stop.</param>
    public static StudySummary Run(TinyStudy tiny, Random random, int most, Action stopped)
    {
        StudySummary? summary = Attempt(null);
        while (summary is null)
        {
            stopped();
            summary = Attempt(tiny.In("run"));
        }

        return summary;

        StudySummary? Attempt(string? resume)
        {
            int done = resume is null ? 0 : File.ReadLines(tiny.In("run/journal.jsonl")).Count();
            int stop = done + random.Next(1, most + 1), pieces = 0;
            using var cancellation = new CancellationTokenSource();
            void Report(RunProgress progress)
            {
                if (++pieces == stop)
                {
                    cancellation.Cancel();
                }
            }

            try
            {
                return resume is null
                    ? tiny.Start("run", Report, cancellation.Token)
                    : StudyRun.Resume(resume, Report, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }
}
