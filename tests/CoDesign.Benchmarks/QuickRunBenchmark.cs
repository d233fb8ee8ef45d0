using System.Diagnostics;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Benchmarks;

/// <summary>A whole study in its quick form, by default the flagship; the README says "a minute".</summary>
internal static class QuickRunBenchmark
{
    public static int Run(string[] args)
    {
        string file = Repository.Path(args.Length > 0 ? args[0] : "studies/ecal-shashlik.yaml");
        string folder = Path.Combine(Path.GetTempPath(), $"codesign-quick-{Guid.NewGuid():N}");
        try
        {
            Study study = StudyLoader.Load(file, [], quick: true);
            using var process = Process.GetCurrentProcess();
            (TimeSpan cpu, long start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            StudySummary summary = StudyRun.Start(
                study, new RunRequest(Path.GetFileName(file), true, "", ""), folder, _ => { }, CancellationToken.None);
            double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
            process.Refresh();
            Console.WriteLine($"quick run of {Path.GetFileName(file)}: {wall:f0} s, "
                + $"{(process.TotalProcessorTime - cpu).TotalSeconds:f0} s of CPU, {summary.Cost.Events:N0} events");
            return 0;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
