using System.CommandLine;
using CoDesign.Studies.Showers.Comparison;

namespace CoDesign.Cli;

/// <summary>codesign compare GEOMETRY</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        Argument<string> geometry = ShowerOptions.Geometry();
        Option<long> designs = ShowerOptions.Count(
            "--designs", "Designs within the parameters' bounds: the baseline, then Sobol points.", 12);
        Option<string> particle = ShowerOptions.Particle("gamma");
        Option<string> energies = ShowerOptions.Text(
            "--energies", "Kinetic energies with their units.", "1 GeV, 5 GeV, 20 GeV, 50 GeV");
        Option<long> events = ShowerOptions.Count("--events", "Monte Carlo events for each design and energy.", 250);
        Option<long> seed = ShowerOptions.Count("--seed", "Seed of every random number, and of the designs.", 1);
        Option<long?> threads = ShowerOptions.Threads();
        Option<string[]> set = ShowerOptions.Set(("the baseline", "the file"));
        Option<bool> json = ShowerOptions.Json();
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

    private static int Execute(ComparisonRequest request, Action<ComparisonSummary> show)
    {
        using var progress = new ProgressLine();
        try
        {
            using var interruption = new Interruption();
            ComparisonSummary summary = ModelComparison.Run(request, progress.Report, interruption.Token);
            progress.Clear();
            show(summary);
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.Say("stopped before the comparison was complete");
            return 1;
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
