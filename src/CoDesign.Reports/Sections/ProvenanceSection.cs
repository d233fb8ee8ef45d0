using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Where the numbers come from and what they cost.</summary>
internal static class ProvenanceSection
{
    public static void Write(Page page, ReportInput input)
    {
        var (origin, cost) = (input.Summary.Provenance, input.Summary.Cost);
        page.BeginSection("provenance", "Provenance");
        page.Table(
            "All that is needed to repeat this study.",
            [new("What"), new("Value")],
            [
                Row("CoDesign", origin.Version),
                Row("Seed", origin.Seed.ToString()),
                Row("Started (UTC)", origin.Started),
                Row("Machine", $"{origin.Machine}; {Names.Counted(origin.Threads, "thread")}, networks on {origin.Device}"),
                .. origin.Versions.Select(version => Row(version.Key, version.Value)),
                Row("plotly.js", PlotlyBundle.Version),
                Row("Simulated events", NumberText.Count(cost.Events)),
                Row("Time", NumberText.Duration(cost.Seconds)),
                [Markup.From($"Energy, estimate"), Energy(cost)],
                [Markup.From($"SHA-256 of study.resolved.yaml"), Markup.From($"<code>{origin.StudySha256}</code>")],
                Row("Schema of summary.json", $"{input.Summary.Schema}"),
            ]);
        Source(page, "The resolved study (study.resolved.yaml)", input.ResolvedStudy);
        if (input.Geometry is { } geometry)
        {
            Source(page, "The geometry", geometry);
        }

        page.EndSection();
    }

    private static Markup Energy(ResourceSummary cost) =>
        Markup.From($"{NumberText.Plain(cost.EnergyKwh, "kWh", 2)}<div class=\"note\">{cost.EnergyNote}</div>");

    private static Markup[] Row(string name, string value) => [Markup.From($"{name}"), Markup.From($"{value}")];

    private static void Source(Page page, string title, string text) =>
        page.Add($"<details><summary>{title}</summary><pre><code>{text}</code></pre></details>");
}
