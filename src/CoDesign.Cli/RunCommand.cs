using System.CommandLine;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Cli;

/// <summary>codesign run STUDY</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var study = new Argument<string>("STUDY") { Description = "Study file (YAML)." };
        var set = new Option<string[]>("--set")
        {
            Description = "Change a key of the study, KEY.PATH=VALUE; 'geometry.KEY.PATH=VALUE' changes the geometry, "
                + "NAME=VALUE a parameter of it. May be given more than once.",
            AllowMultipleArgumentsPerToken = false,
        };
        var seed = new Option<int?>("--seed") { Description = "Seed of every random number (short for --set seed=N)." };
        var output = new Option<string?>("--out") { Description = "Run directory [default: runs/NAME of the study]." };
        var quick = new Option<bool>("--quick")
        {
            Description = "The same study with fewer events and steps, and larger errors.",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print summary.json on standard output and nothing else.",
        };
        var command = new Command(
            "run", "Optimise a study; writes a run directory with report.html and prints the result.")
        {
            study, set, seed, output, quick, json,
        };
        command.SetAction(parsed =>
        {
            List<string> overrides = [.. parsed.GetValue(set) ?? []];
            if (parsed.GetValue(seed) is { } number)
            {
                overrides.Add($"seed={number}");
            }

            string file = parsed.GetRequiredValue(study);
            Study loaded = StudyLoader.Load(file, overrides, parsed.GetValue(quick));
            string path = parsed.GetValue(output) ?? Path.Combine("runs", loaded.Name + (loaded.Quick ? "-quick" : ""));
            var request = new RunRequest(
                file, loaded.Quick, DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"), Provenance.Version);
            return Execute(path, parsed.GetValue(json), (report, cancellation) =>
                StudyRun.Start(loaded, request, path, report, cancellation));
        });
        return command;
    }

    /// <summary>Runs with a progress line, then writes the report and prints the result.</summary>
    public static int Execute(
        string path, bool json, Func<Action<RunProgress>, CancellationToken, StudySummary> run)
    {
        using var progress = new ProgressLine();
        StudySummary summary;
        try
        {
            using var interruption = new Interruption(() =>
                progress.Say("stopping after this step; press Ctrl-C again to stop at once"));
            summary = run(progress.Report, interruption.Token);
            ReportCommand.Write(path);
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            Console.Error.WriteLine($"codesign: stopped; nothing is lost. Continue with: codesign resume {path}");
            return Application.FailedRun;
        }
        catch (Exception e) when (Unwritten.Ended(path, e))
        {
            progress.Clear();
            return Unwritten.Explain(path, e);
        }

        progress.Clear();
        if (json)
        {
            Console.Out.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            ResultTable.Print(summary, path);
        }

        return 0;
    }
}
