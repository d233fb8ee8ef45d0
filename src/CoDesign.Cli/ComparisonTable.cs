using CoDesign.Physics;
using CoDesign.Studies.Showers;
using CoDesign.Studies.Showers.Comparison;
using Spectre.Console;

namespace CoDesign.Cli;

/// <summary>A comparison of models on a terminal, or in Markdown.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Head =
    [
        "design", "energy", "visible %, MC", "param / MC", "sigma/E %, MC", "param / MC", "68 % width %, MC",
        "param / MC", "back leakage %, MC", "param",
    ];

    public static void Print(ComparisonSummary summary, bool markdown)
    {
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        string[] names = [.. summary.Designs[0].Keys];
        Rows(["design", .. names], markdown, summary.Designs.Select(
            (design, i) => (string[])[Design(i), .. names.Select(name => design[name])]));
        Rows(Head, markdown, summary.Rows.Select(Row));
        Console.Out.WriteLine(Verdict(summary));
    }

    private static string Design(int number) => number == 0 ? "baseline" : $"{number}";

    private static string[] Row(ComparisonRow row) =>
    [
        Design(row.Design), Quantity.Format(row.Energy, "GeV"),
        Percent(row.MonteCarlo.Visible), Ratio(row.VisibleRatio),
        Percent(row.MonteCarlo.Resolution), Ratio(row.ResolutionRatio),
        Percent(row.MonteCarlo.Width68), Ratio(row.WidthRatio),
        Percent(row.MonteCarlo.BackLeakage), Percent(row.Parametric.BackLeakage),
    ];

    private static string Verdict(ComparisonSummary summary)
    {
        int Within(Func<ComparisonRow, ValueSummary> ratio, double limit) => summary.Rows.Count(
            row => ratio(row) is { Value: { } value, Error: { } error } && Math.Abs(value - 1) <= limit + (2 * error));
        int rows = summary.Rows.Count;
        return $"{rows} rows of {summary.Particle}, {summary.Rows[0].MonteCarlo.Events} Monte Carlo events each; "
            + $"within two standard errors: visible energy to 5 % in {Within(r => r.VisibleRatio, 0.05)}, sigma/E to 10 % in "
            + $"{Within(r => r.ResolutionRatio, 0.1)}, 68 % width to 10 % in {Within(r => r.WidthRatio, 0.1)}";
    }

    private static string Percent(ValueSummary value) =>
        value.Value is { } v ? $"{100 * v:G4}{(value.Error is { } e ? $" ± {100 * e:G2}" : "")}" : "n/a";

    private static string Ratio(ValueSummary ratio) =>
        ratio.Value is { } v && ratio.Error is { } e ? $"{v:0.000} ± {e:0.000}" : "n/a";

    private static void Rows(string[] head, bool markdown, IEnumerable<string[]> rows)
    {
        if (markdown)
        {
            Console.Out.WriteLine($"| {string.Join(" | ", head)} |");
            Console.Out.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", head.Length))}");
            foreach (string[] row in rows)
            {
                Console.Out.WriteLine($"| {string.Join(" | ", row)} |");
            }

            Console.Out.WriteLine();
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns([.. head.Select(Markup.Escape)]);
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
    }
}
