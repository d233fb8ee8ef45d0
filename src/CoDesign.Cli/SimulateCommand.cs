using System.CommandLine;
using System.Diagnostics;
using CoDesign.Hdf5;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Showers;

namespace CoDesign.Cli;

/// <summary>codesign simulate GEOMETRY</summary>
internal static class SimulateCommand
{
    // A shorter simulation needs no progress line.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var geometry = new Argument<string>("GEOMETRY") { Description = "Geometry file (YAML)." };
        Option<string> model = Text("--model", "monte-carlo or parametric.", "monte-carlo");
        Option<string> particle = Text("--particle", "e-, e+ or gamma, onto the centre of the front face.", "e-");
        var energy = new Option<string>("--energy")
        {
            Description = "Kinetic energy with its unit, such as \"10 GeV\".",
            Required = true,
        };
        Option<long> events = Count("--events", "Number of events.", 1000);
        Option<long> seed = Count("--seed", "Seed of every random number.", 1);
        var threads = new Option<long?>("--threads")
        {
            Description = "Worker threads; results do not depend on it [default: one per processor].",
        };
        var set = new Option<string[]>("--set")
        {
            Description = "NAME=VALUE sets a parameter of the geometry, KEY.PATH=VALUE any key of its file. "
                + "May be given more than once.",
            AllowMultipleArgumentsPerToken = false,
        };
        var cells = new Option<bool>("--cells")
        {
            Description = "Record in the file the active energy of each layer in cells of the geometry's size (monte-carlo).",
        };
        var cellSize = new Option<string?>("--cell-size")
        {
            Description = "The same in cells of this size, such as \"5 mm\".",
        };
        var rings = new Option<string?>("--rings")
        {
            Description = "Record in the file energy in rings with these outer edges, such as \"5 mm, 20 mm\", and in one beyond.",
        };
        var output = new Option<string?>("--out") { Description = "Write every event to this HDF5 file." };
        var json = new Option<bool>("--json") { Description = "Print JSON on standard output and nothing else." };
        var command = new Command("simulate", "Simulate showers of one particle and energy in a geometry.")
        {
            geometry, model, particle, energy, events, seed, threads, set, cells, cellSize, rings, output, json,
        };
        command.SetAction(parsed => Execute(ShowerRequestReader.Read(new ShowerArguments
        {
            Geometry = parsed.GetRequiredValue(geometry),
            Overrides = parsed.GetValue(set) ?? [],
            Model = parsed.GetRequiredValue(model),
            Particle = parsed.GetRequiredValue(particle),
            Energy = parsed.GetRequiredValue(energy),
            Events = parsed.GetRequiredValue(events),
            Seed = parsed.GetRequiredValue(seed),
            Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            Cells = parsed.GetValue(cells),
            CellSize = parsed.GetValue(cellSize),
            Rings = parsed.GetValue(rings),
            Output = parsed.GetValue(output),
            CommandLine = "codesign " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(Quoted)),
            Started = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        }), parsed.GetValue(json)));
        return command;
    }

    private static Option<string> Text(string name, string description, string value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<long> Count(string name, string description, long value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static string Quoted(string argument) =>
        argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    private static int Execute(ShowerRequest request, bool json)
    {
        using var progress = new ProgressLine();
        using var cancellation = new CancellationTokenSource();
        long start = Stopwatch.GetTimestamp();
        void Stop(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = !cancellation.IsCancellationRequested; // the second Ctrl-C ends the program
            progress.Say("stopping after this batch of events; press Ctrl-C again to stop at once");
            cancellation.Cancel();
        }

        Console.CancelKeyPress += Stop;
        ShowerSummary summary;
        try
        {
            summary = ShowerRun.Run(request, p => Report(progress, p, start), cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            progress.Say("stopped before the first event was complete; nothing was written");
            return 1;
        }
        catch (Hdf5Exception e)
        {
            progress.Say((e.IsDiskFull ? "the disk is full" : "the events cannot be written")
                + $"; {request.Output} was not made and what was written of it is removed: {e.Message}");
            return 1;
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }

        progress.Clear();
        Show(summary, request, json);
        if (summary.Events == summary.EventsRequested)
        {
            return 0;
        }

        progress.Say($"stopped after {summary.Events} of {summary.EventsRequested} events"
            + (request.Output is null ? "" : $"; {request.Output} holds these and says that it is not complete"));
        return 1;
    }

    private static void Report(ProgressLine line, RunProgress progress, long start)
    {
        if (Stopwatch.GetElapsedTime(start) > Long)
        {
            line.Report(progress);
        }
    }

    private static void Show(ShowerSummary summary, ShowerRequest request, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(summary.ToJson());
        }
        else
        {
            ShowerTable.Print(summary, request);
        }
    }
}
