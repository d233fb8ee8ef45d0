using System.CommandLine;
using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Benchmarks;
using CoDesign.Studies.Minimization;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;

namespace CoDesign.Cli;

/// <summary>codesign minimize SPACE</summary>
internal static class MinimizeCommand
{
    public static Command Create()
    {
        var space = new Argument<string>("SPACE") { Description = "Space file (YAML) with 'parameters'." };
        var program = new Option<string>("--command")
        {
            Description = "The program, a command line for /bin/sh: it reads {\"parameters\": {...}, \"trial\": N} and writes "
                + "{\"objectives\": [...]}, a line each, flushed (README: Any program as objective).",
            Required = true,
        };
        var evaluations = new Option<int>("--evaluations")
        {
            Description = "Trials in all, failed ones too; the search ends early when the first 10 fail, 20 in a row, "
                + "or more than 90 % of 20 or more.",
            Required = true,
        };
        var parallel = new Option<int>("--parallel")
        {
            Description = "Programs that run at the same time.",
            DefaultValueFactory = _ => 1,
        };
        Option<string> method = ShowerOptions.Text(
            "--method", $"{string.Join(", ", SearchMethodName.All)}.", SearchMethodName.All[0]);
        Option<long> seed = ShowerOptions.Count("--seed", "Seed of every random number.", 1);
        var output = new Option<string?>("--out")
        {
            Description = "Run directory [default: runs/NAME of the space, with -2, -3, ... where that exists].",
        };
        var timeout = new Option<double?>("--timeout")
        {
            Description = "Seconds after which a trial is given up and its program killed [default: none].",
        };
        var perCall = new Option<bool>("--per-call") { Description = "Start the program anew for each call." };
        var set = new Option<string[]>("--set")
        {
            Description = "Change a key of the space, KEY.PATH=VALUE. May be given more than once.",
            AllowMultipleArgumentsPerToken = false,
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print summary.json on standard output and nothing else.",
        };
        var command = new Command("minimize", "Minimise any program, asked by lines of JSON, over a space.")
        {
            space, program, evaluations, parallel, method, seed, output, timeout, perCall, set, json,
        };
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(space);
            List<Problem> problems = [];
            SearchMethod? chosen = SearchMethodName.Read(parsed.GetRequiredValue(method), problems);
            ProgramSpace read = chosen is null ? throw new StudyException(problems) : ProgramSpaceReader.Read(file, parsed.GetValue(set) ?? []);
            var request = new MinimizationRequest
            {
                SpaceFile = file,
                Command = new ProgramCommand(
                    parsed.GetRequiredValue(program), Environment.CurrentDirectory, parsed.GetValue(perCall),
                    parsed.GetValue(timeout)),
                Method = chosen.Value,
                Seed = parsed.GetValue(seed),
                Evaluations = parsed.GetValue(evaluations),
                Parallel = parsed.GetValue(parallel),
                Started = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                Version = Provenance.Version,
            };
            string path = parsed.GetValue(output) ?? NewPath(Path.Combine("runs", read.Name));
            return Execute(path, parsed.GetValue(json), (report, note, cancellation) =>
                MinimizationRun.Start(read, request, path, report, note, cancellation));
        });
        return command;
    }

    /// <summary>Runs with a progress line and prints the result.</summary>
    public static int Execute(
        string path, bool json,
        Func<Action<RunProgress>, Action<string>, CancellationToken, MinimizationOutcome> run)
    {
        using var progress = new ProgressLine();
        MinimizationOutcome outcome;
        try
        {
            using var interruption = new Interruption(() =>
                progress.Say("stopping; what is being evaluated now is given up"));
            outcome = run(progress.Report, progress.Say, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            Console.Error.WriteLine(
                $"codesign: stopped; no finished evaluation is lost. Continue with: codesign resume {path}");
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
            Console.Out.WriteLine(SummaryJson.Text(outcome.Summary));
        }
        else
        {
            MinimizationTable.Print(outcome.Summary, path);
        }

        if (outcome.Failure is { } failure)
        {
            Console.Error.WriteLine($"codesign: {failure}");
            return 1;
        }

        return 0;
    }

    private static string NewPath(string path)
    {
        string free = path;
        for (int number = 2; Directory.Exists(free) || File.Exists(free); number++)
        {
            free = $"{path}-{number}";
        }

        return free;
    }
}
