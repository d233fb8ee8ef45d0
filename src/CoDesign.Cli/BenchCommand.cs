using System.CommandLine;
using System.Diagnostics;
using CoDesign.Optimization.Problems;
using CoDesign.Studies.Benchmarks;
using CoDesign.Studies.Runs;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>codesign bench</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measure searches on functions whose optimum is known.")
    {
        Optimizer(), Function(),
    };

    private static Command Optimizer()
    {
        Option<string> problem = ShowerOptions.Text(
            "--problem", "Test problem, with or without sizes (ackley5, dtlz2-m3-d7); 'list' shows all.", "branin");
        Option<string> method = ShowerOptions.Text(
            "--method", $"{string.Join(", ", SearchMethodName.All)}.", SearchMethodName.All[0]);
        Option<long> evaluations = ShowerOptions.Count("--evaluations", "Evaluations of one run.", 50);
        Option<long> seeds = ShowerOptions.Count("--seeds", "Number of runs.", 10);
        Option<long> seed = ShowerOptions.Count("--seed", "Seed of the first run; the others follow.", 1);
        Option<long?> threads = ShowerOptions.Threads();
        Option<bool> json = ShowerOptions.Json();
        var trials = new Option<bool>("--trials") { Description = "Tell the points of all trials in the JSON." };
        var command = new Command("optimizer", "Run a search on a test problem: median and quartiles of what it misses.")
        {
            problem, method, evaluations, seeds, seed, threads, json, trials,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(problem) == "list")
            {
                return List();
            }

            OptimizerBenchmark benchmark = OptimizerBenchmark.Read(new OptimizerBenchmarkArguments
            {
                Problem = parsed.GetRequiredValue(problem),
                Method = parsed.GetRequiredValue(method),
                Evaluations = parsed.GetRequiredValue(evaluations),
                Seeds = parsed.GetRequiredValue(seeds),
                FirstSeed = parsed.GetRequiredValue(seed),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            });
            return Run(
                benchmark, parsed.GetValue(trials) ? TrialDetail.Points : TrialDetail.Count,
                parsed.GetValue(json) ? summary => Console.Out.WriteLine(summary.ToJson()) : Print);
        });
        return command;
    }

    private static Command Function()
    {
        Option<string> problem = ShowerOptions.Text("--problem", "Test problem.", "branin");
        Option<long> seed = ShowerOptions.Count("--seed", "Seed of the noise.", 1);
        var describe = new Option<bool>("--describe") { Description = "Print the parameters and the optimum, and end." };
        var command = new Command(
            "function", "Evaluate a test problem line by line, as a program for 'codesign minimize'.")
        {
            problem, seed, describe,
        };
        command.SetAction(parsed =>
        {
            var server = new ProblemServer(
                OptimizerBenchmark.Find(parsed.GetRequiredValue(problem)), (ulong)parsed.GetRequiredValue(seed));
            if (parsed.GetValue(describe))
            {
                Console.Out.WriteLine(server.Describe());
                return 0;
            }

            while (Console.In.ReadLine() is { } line)
            {
                Console.Out.WriteLine(server.Answer(line));
                Console.Out.Flush();
            }

            return 0;
        });
        return command;
    }

    private static int Run(OptimizerBenchmark benchmark, TrialDetail trials, Action<OptimizerBenchmarkSummary> print)
    {
        using var progress = new ProgressLine();
        var one = new Lock();
        void Report(int done, int all)
        {
            lock (one)
            {
                progress.Report(new RunProgress($"{done} of {all} runs", (double)done / all, ""));
            }
        }

        Report(0, benchmark.Seeds.Count);
        try
        {
            using var interruption = new Interruption();
            IReadOnlyList<SearchMeasurement> runs = benchmark.Run(Report, interruption.Token);
            using Process self = Process.GetCurrentProcess();
            OptimizerBenchmarkSummary summary = OptimizerBenchmarkSummary.Of(
                benchmark, runs, self.PeakWorkingSet64, trials);
            progress.Clear();
            print(summary);
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.Say("stopped before the measurement was complete");
            return 1;
        }
    }

    private static int List()
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("problem", "variables", "objectives", "constraints", "optimum", "");
        foreach (TestProblem p in TestProblems.All)
        {
            table.AddRow(
                p.Name, $"{p.Space.Dimensions}", $"{p.ObjectiveCount}", $"{p.ConstraintCount}", $"{p.Optimum:G7}",
                Markup.Escape(p.Summary));
        }

        Write(table);
        return 0;
    }

    private static void Print(OptimizerBenchmarkSummary summary)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("evaluations", "median", "first quartile", "third quartile");
        foreach (BudgetSummary b in summary.Budgets)
        {
            table.AddRow($"{b.Evaluations}", Show(b.Median), Show(b.Quartiles[0]), Show(b.Quartiles[1]));
        }

        Console.Out.WriteLine(
            $"{summary.Measure} of {summary.Method} on {summary.Problem} (optimum {summary.Optimum:G7}), {summary.Seeds} runs");
        Write(table);
        Console.Out.WriteLine(
            $"{summary.SecondsPerSuggestion:G3} s for a suggestion, {summary.PeakMemoryMegabytes:0} MB at most");
    }

    private static string Show(double? gap) => gap is { } g ? $"{g:G4}" : "nothing feasible";

    private static void Write(Table table)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 130);
        AnsiConsole.Write(table);
    }
}
