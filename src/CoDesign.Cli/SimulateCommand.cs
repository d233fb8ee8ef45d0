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
        Argument<string> geometry = ShowerOptions.Geometry();
        Option<string> model = ShowerOptions.Text("--model", "monte-carlo or parametric.", "monte-carlo");
        Option<string> particle = ShowerOptions.Particle("e-");
        var energy = new Option<string>("--energy")
        {
            Description = "Kinetic energy with its unit, such as \"10 GeV\".",
            Required = true,
        };
        Option<long> events = ShowerOptions.Count("--events", "Number of events.", 1000);
        Option<long> seed = ShowerOptions.Count("--seed", "Seed of every random number.", 1);
        Option<long?> threads = ShowerOptions.Threads();
        Option<string[]> set = ShowerOptions.Set(("the geometry", "its file"));
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
        Option<bool> json = ShowerOptions.Json();
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

    private static string Quoted(string argument) =>
        argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    private static int Execute(ShowerRequest request, bool json)
    {
        using var progress = new ProgressLine();
        long start = Stopwatch.GetTimestamp();
        ShowerSummary summary;
        try
        {
            using var interruption = new Interruption(() =>
                progress.Say("stopping after this batch of events; press Ctrl-C again to stop at once"));
            summary = ShowerRun.Run(request, p => Report(progress, p, start), interruption.Token);
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
