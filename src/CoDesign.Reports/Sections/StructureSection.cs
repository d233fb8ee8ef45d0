using CoDesign.Reports.Figures;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Plots;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>What the outer loop tried and found; nothing for a study without one.</summary>
internal static class StructureSection
{
    public static void Write(Page page, StudySummary summary)
    {
        if (summary.Outer is not { } outer)
        {
            return;
        }

        ChoiceWords words = ChoiceWords.Of(summary);
        page.BeginSection("structure", "The structure");
        page.Paragraph($"{Searched(outer)} {Found(outer)}");
        page.Figure(
            PlotSize.Wide, TrialFigure.Parallel(outer, summary.Optimum.Parameters, words), "All structures",
            $"One line a trial: its structure from left to right, and the objective that its inner optimisation "
                + $"reached; "
                + $"colours as on the axis of the objective, dark is better. Lines of one choice are spread a little "
                + $"so that they can be told apart. What was given up has an extrapolated objective.{Failures(outer)}");
        page.Add($"<div class=\"pair\">");
        page.Figure(
            PlotSize.Half, TrialFigure.ByTrial(outer), "Objective by trial",
            $"Objective with the hard readout on events that all trials share, lower is better; error bars are one "
                + $"standard error of the difference from the first, for a trial that was given up of its extrapolation. That of a trial that was given up is extrapolated: where its descent was heading. "
                + $"Trial 0 is the baseline's structure. Line: best finished trial so far.");
        page.Figure(
            PlotSize.Half, NearBestFigure.Make(outer), "The same near the best",
            $"Marks as before, without trials that led to no design; triangles at the upper edge lie above.");
        page.Add($"</div>");
        Slices(page, summary, outer);
        page.LongTable(
            "All trials in order. Each starts from the design of the nearest structure that had finished.",
            TrialTable.Columns(outer), [.. outer.Trials.Select(trial => TrialTable.Row(outer, trial))]);
        HalvesPart.Write(page, summary);
        page.EndSection();
    }

    private static string Searched(OuterSummary outer)
    {
        int finished = Count(outer, TrialStyle.Finished), givenUp = Count(outer, TrialStyle.GivenUp);
        int failed = Count(outer, TrialStyle.Failed);
        return $"What has no gradient was searched by an outer loop: "
            + $"{string.Join(", ", outer.Parameters.Select(Names.Words))}. A Bayesian model chose "
            + $"{Names.Counted(outer.Trials.Count, "structure")} one after another, and gradients optimised everything "
            + $"else inside each: {finished} finished, {givenUp} given up early because they could not win, {failed} "
            + $"without a design that keeps the constraints; {NumberText.Count(outer.Events)} simulated events in all.";
    }

    private static string Found(OuterSummary outer)
    {
        StructureSummary? best = outer.Trials.FirstOrDefault(trial => trial.Number == outer.Best);
        StructureSummary? baseline = outer.Trials.FirstOrDefault(trial => trial.Number == 0);
        if (best is null)
        {
            return "";
        }

        if (baseline is null || best.Number == baseline.Number)
        {
            return $"No structure was found that is better than the baseline's own: it is recommended, with an "
                + $"objective of {Objective(best)} after its inner optimisation.";
        }

        string[] changed = [.. outer.Parameters.Where(name => best.Words[name] != baseline.Words[name])
            .Select(name => $"{Names.Words(name)} {baseline.Words[name]} → {best.Words[name]}")];
        string[] kept = [.. outer.Parameters.Where(name => best.Words[name] == baseline.Words[name])
            .Select(name => $"{Names.Words(name)} {best.Words[name]}")];
        return $"Recommended is trial {best.Number} with an objective of {Objective(best)}; the baseline's structure, "
            + $"optimised inside in the same way, {Reached(baseline)}. From the baseline to the recommended structure: "
            + string.Join(", ", changed)
            + $"{(kept.Length == 0 ? "" : $"; as in the baseline: {string.Join(", ", kept)}")}.";
    }

    private static string Reached(StructureSummary trial) => double.IsFinite(trial.Objective)
        ? $"reached {Objective(trial)}" : $"{trial.Status} ({trial.Reason})";

    private static string Objective(StructureSummary trial) =>
        NumberText.WithError(trial.Objective, trial.ObjectiveError);

    private static string Failures(OuterSummary outer) => Count(outer, TrialStyle.Failed) == 0 ? ""
        : " Trials that led to no design have no objective and end below its axis.";

    private static int Count(OuterSummary outer, string kind) =>
        outer.Trials.Count(trial => TrialStyle.Kind(trial) == kind);

    private static void Slices(Page page, StudySummary summary, OuterSummary outer)
    {
        if (outer.Slices.Count == 0)
        {
            page.Paragraph($"This run has no slices of the outer model to draw.");
            return;
        }

        Axis objective = SliceFigure.Shared(outer.Slices);
        page.SmallMultiples(
            outer.Slices.Select(slice => (
                slice.Parameter, SliceFigure.Make(
                    slice, summary.Optimum.Parameters.GetValueOrDefault(slice.Parameter), outer, objective))),
            "What the outer model expects",
            $"Objective along each parameter of the structure, the others as recommended (dotted: the recommended "
                + $"value), "
                + $"everything else optimised inside. Line with bands, or squares with bars: mean with one and two "
                + $"standard deviations of the model. Small marks: trials, grey where they differ from the recommended "
                + $"structure in other parameters too, black where only in this one; diamonds were given up early, "
                + $"triangles lie above the drawn range. Trials that led to no design have no value and are not in the model.");
    }
}
