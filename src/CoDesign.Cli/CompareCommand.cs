using System.CommandLine;
using CoDesign.Studies.Showers.Comparison;

namespace CoDesign.Cli;

/// <summary>codesign compare GEOMETRY</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var geometry = new Argument<string>("GEOMETRY") { Description = "Geometry file (YAML)." };
        Option<long> designs = Count(
            "--designs", "Designs within the parameters' bounds: the baseline, then Sobol points.", 12);
        Option<string> particle = Text("--particle", "e-, e+ or gamma, onto the centre of the front face.", "gamma");
        Option<string> energies = Text(
            "--energies", "Kinetic energies with their units.", "1 GeV, 5 GeV, 20 GeV, 50 GeV");
        Option<long> events = Count("--events", "Monte Carlo events for each design and energy.", 250);
        Option<long> seed = Count("--seed", "Seed of every random number, and of the designs.", 1);
        var threads = new Option<long?>("--threads")
        {
            Description = "Worker threads; results do not depend on it [default: one per processor].",
        };
        var set = new Option<string[]>("--set")
        {
            Description = "NAME=VALUE sets a parameter of the baseline, KEY.PATH=VALUE any key of the file. "
                + "May be given more than once.",
            AllowMultipleArgumentsPerToken = false,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON on standard output and nothing else." };
        var markdown = new Option<bool>("--markdown") { Description = "Print the tables in Markdown." };
        var command = new Command("compare", "Compare the parametric model with the Monte Carlo over designs.")
        {
            geometry, designs, particle, energies, events, seed, threads, set, json, markdown,
        };
        command.SetAction(parsed => Execute(
            ComparisonRequest.Read(new ComparisonArguments
            {
                Geometry = parsed.GetRequiredValue(geometry),
                Overrides = parsed.GetValue(set) ?? [],
                Designs = parsed.GetRequiredValue(designs),
                Particle = parsed.GetRequiredValue(particle),
                Energies = parsed.GetRequiredValue(energies),
                Events = parsed.GetRequiredValue(events),
                Seed = parsed.GetRequiredValue(seed),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
            }),
            summary => Show(summary, parsed.GetValue(json), parsed.GetValue(markdown))));
        return command;
    }

    private static Option<string> Text(string name, string description, string value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<long> Count(string name, string description, long value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static int Execute(ComparisonRequest request, Action<ComparisonSummary> show)
    {
        using var progress = new ProgressLine();
        using var cancellation = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = !cancellation.IsCancellationRequested; // the second Ctrl-C ends the program
            cancellation.Cancel();
        }

        Console.CancelKeyPress += Stop;
        try
        {
            ComparisonSummary summary = ModelComparison.Run(request, progress.Report, cancellation.Token);
            progress.Clear();
            show(summary);
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.Say("stopped before the comparison was complete");
            return 1;
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    private static void Show(ComparisonSummary summary, bool json, bool markdown)
    {
        if (json)
        {
            Console.Out.WriteLine(summary.ToJson());
        }
        else
        {
            ComparisonTable.Print(summary, markdown);
        }
    }
}
