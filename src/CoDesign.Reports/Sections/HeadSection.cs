using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>Name, verdict, key figures and warnings: what a reader sees without scrolling.</summary>
internal static class HeadSection
{
    // What a reader still reads; the others are folded away.
    private const int MostWarnings = 8;

    public static void Write(Page page, StudySummary summary)
    {
        var quick = summary.Quick ? new Markup(" <span class=\"badge warn\">quick run</span>") : Markup.Empty;
        page.Add($"""
            <header><p class="kicker">Design study{quick}</p><h1>{summary.Name}</h1>
            <p class="verdict">{summary.Verdict}</p></header>
            """);
        page.Add($"<div class=\"tiles\">");
        Objective(page, summary);
        Gain(page, summary.Gain);
        LeadingMetric(page, summary);
        Constraints(page, summary.Constraints);
        (Markup value, Markup note, string style) = JudgeSection.Tile(summary);
        Tile(page, "Independent judge", value, note, style);
        page.Add($"</div>");
        if (summary.Alternatives.Count > 0)
        {
            page.Add($"<p class=\"aside\"><a href=\"#alternatives\">"
                + $"{Names.Counted(summary.Alternatives.Count, "other design")}</a> "
                + $"{(summary.Alternatives.Count == 1 ? "is" : "are")} as good as the optimum.</p>");
        }

        Warnings(page, summary);
    }

    private static void Objective(Page page, StudySummary summary) => Tile(
        page,
        "Objective, lower is better",
        Markup.From($"{NumberText.Pair(summary.Baseline.Objective, summary.Optimum.Objective)}"),
        Markup.From($"baseline {NumberText.WithError(summary.Baseline.Objective)}, optimum "
            + $"{NumberText.WithError(summary.Optimum.Objective)}"));

    private static void Gain(Page page, GainSummary gain)
    {
        var significance = Math.Abs(gain.Value) / gain.Error;
        var note = gain.Error == 0 ? "exact: the same for every seed"
            : !double.IsFinite(significance) ? "its error is unknown"
            : Findings.IsConsistentWithZero(gain) ? $"consistent with zero ({significance:0.0} standard errors)"
            : $"{significance:0.0} standard errors from zero";
        Tile(page, "Gain over the baseline", Markup.From($"{NumberText.PercentWithError(gain.Value, gain.Error)}"),
            Markup.From($"{note}, {Names.Counted(gain.PerSeed.Count, "seed")}"), Findings.IsConsistentWithZero(gain)
                ? "tile-warn" : "");
    }

    private static void LeadingMetric(Page page, StudySummary summary)
    {
        var metric = summary.Objective.Terms.Select(term => term.Metric)
            .FirstOrDefault(summary.Optimum.Metrics.ContainsKey);
        if (metric is null || !summary.Baseline.Metrics.TryGetValue(metric, out var before))
        {
            return;
        }

        var after = summary.Optimum.Metrics[metric];
        Tile(page, Names.Title(metric),
            Markup.From($"{NumberText.Pair(before, after)}"),
            Markup.From($"baseline {NumberText.WithError(before)}, optimum {NumberText.WithError(after)}"));
    }

    private static void Constraints(Page page, IReadOnlyDictionary<string, ConstraintSummary> constraints)
    {
        var satisfied = constraints.Values.Count(constraint => constraint.Satisfied);
        var note = constraints.Count == 0 ? "the study sets none"
            : satisfied == constraints.Count
                ? $"{constraints.Values.Count(constraint => constraint.Active)} on the limit"
            : "not satisfied: " + string.Join(", ",
                constraints.Where(pair => !pair.Value.Satisfied).Select(pair => pair.Key));
        Tile(page, "Constraints satisfied", Markup.From($"{satisfied} of {constraints.Count}"), Markup.From($"{note}"),
            satisfied == constraints.Count ? "" : "tile-bad");
    }

    private static void Tile(Page page, string label, Markup value, Markup note, string style = "") => page.Add($"""
        <div class="tile {style}"><div class="tile-label">{label}</div><div class="tile-value">{value}</div>
        <div class="tile-note">{note}</div></div>
        """);

    private static void Warnings(Page page, StudySummary summary)
    {
        string[] warnings = [.. summary.Warnings, .. Findings.Of(summary)];
        if (warnings.Length == 0)
        {
            return;
        }

        page.Add($"<aside class=\"warnings\" id=\"warnings\"><h2>Be careful with this</h2><ul>");
        foreach (string warning in warnings.Take(MostWarnings))
        {
            page.Add($"<li>{warning}</li>");
        }

        page.Add($"</ul>");
        if (warnings.Length > MostWarnings)
        {
            page.BeginFold($"{warnings.Length - MostWarnings} more");
            page.Add($"<ul>");
            foreach (string warning in warnings.Skip(MostWarnings))
            {
                page.Add($"<li>{warning}</li>");
            }

            page.Add($"</ul>");
            page.EndFold();
        }

        page.Add($"</aside>");
    }
}
