using CoDesign.Physics;
using CoDesign.Studies.Showers;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>Simulated showers on a terminal.</summary>
internal static class ShowerTable
{
    private const int MostLayers = 50;

    public static void Print(ShowerSummary summary, ShowerRequest request)
    {
        // A file or a pipe gets no colours, and rows are for reading, not for wrapping.
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 110);
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine(Markup.Escape(
            $"{request.Geometry.Name}: {summary.Events:N0} {summary.Particle} of {Energy(summary.Energy)}, "
            + summary.Model));
        AnsiConsole.WriteLine();
        AnsiConsole.Write(Energies(summary));
        AnsiConsole.WriteLine($"  resolution (std/mean, active)  {Percent(summary.Resolution)}");
        AnsiConsole.WriteLine($"  lateral rms radius (active)    {Number(summary.Lateral.ActiveRmsRadius)} mm");
        AnsiConsole.WriteLine($"  steps per event                {summary.Steps.Charged:N0} charged, "
            + $"{summary.Steps.Photon:N0} photon");
        AnsiConsole.WriteLine($"  time                           {summary.Seconds:0.00} s on "
            + $"{summary.Threads} threads, {summary.EventsPerSecond:G4} events/s; preparation {summary.PreparationSeconds:0.00} s, "
            + $"writing {summary.WritingSeconds:0.00} s");
        AnsiConsole.WriteLine();
        AnsiConsole.Write(Layers(summary.Layers));
        if (summary.Layers.ActiveMean.Count is > MostLayers and int layers)
        {
            AnsiConsole.WriteLine($"  the first {MostLayers} of {layers} layers; --json has all");
        }

        if (request.Output is { } file)
        {
            AnsiConsole.WriteLine($"events: {file}");
        }
    }

    private static Table Energies(ShowerSummary summary)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumns("MeV per event", "mean", "std", "half width 68 %");
        foreach ((string name, DistributionSummary d) in new[]
            { ("active", summary.Active), ("passive", summary.Passive) })
        {
            table.AddRow(name, Value(d.Mean, d.MeanError), Value(d.Std, d.StdError), Number(d.HalfWidth68));
        }

        LeakageSummary leakage = summary.Leakage;
        table.AddRow("leakage, front", Value(leakage.Front, leakage.FrontError), "", "");
        table.AddRow("leakage, back", Value(leakage.Back, leakage.BackError), "", "");
        table.AddRow("leakage, side", Value(leakage.Side, leakage.SideError), "", "");
        return table;
    }

    private static Table Layers(ShowerLayersSummary layers)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("layer", "active MeV", "passive MeV");
        for (int l = 0; l < Math.Min(layers.ActiveMean.Count, MostLayers); l++)
        {
            table.AddRow($"{l}", Value(layers.ActiveMean[l], layers.ActiveMeanError[l]),
                Value(layers.PassiveMean[l], layers.PassiveMeanError[l]));
        }

        return table;
    }

    private static string Energy(double energy) => energy < Units.MeV ? Quantity.Format(energy, "keV")
        : energy < Units.GeV ? Quantity.Format(energy, "MeV") : Quantity.Format(energy, "GeV");

    private static string Percent(ValueSummary value) => value.Value is { } v
        ? $"{100 * v:G4}{(value.Error is { } e ? $" ± {100 * e:G2}" : " ± n/a")} %" : "n/a";

    private static string Value(double? value, double? error) =>
        value is null ? "n/a" : $"{Number(value)} ± {(error is { } e ? $"{e:G2}" : "n/a")}";

    private static string Number(double? value) => value is { } v ? $"{v:G5}" : "n/a";
}
