using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>The trials that compete for the best, on an axis that shows their errors.</summary>
internal static class NearBestFigure
{
    // Objectives up to this factor of the best, and the baseline's structure, are in the range.
    private const double Range = 1.1;

    /// <summary>Objective by trial near the best; what lies above is marked at the upper edge, what failed is left
    /// out.</summary>
    public static Plot Make(OuterSummary outer)
    {
        StructureSummary[] valued = [.. outer.Trials.Where(trial => double.IsFinite(trial.Objective))];
        double best = valued.Select(trial => trial.Objective).DefaultIfEmpty(0).Min();
        double first = outer.Trials.Where(trial => trial.Number == 0 && double.IsFinite(trial.Objective))
            .Select(trial => trial.Objective).DefaultIfEmpty(best).First();
        double top = Math.Max(best + ((Range - 1) * Math.Abs(best)), best + (1.15 * (first - best)));
        StructureSummary[] near = [.. valued.Where(trial => trial.Objective <= top)];
        double low = near.Select(trial => trial.Objective - Math.Min(Known(trial), top - best)).DefaultIfEmpty(0).Min();
        double margin = 0.06 * (top - low);
        return new Plot(
            [
                .. TrialStyle.Kinds.Select(kind => Points(near, kind)).OfType<Trace>(),
                .. Above(valued, top),
                Ring(near, outer.Best),
            ],
            new Layout
            {
                XAxis = TrialStyle.Numbers(outer),
                YAxis = Axis.Linear("objective") with { Range = [low - margin, top + margin], NTicks = 7 },
                ShowLegend = false,
                Height = 400,
            });
    }

    private static Trace? Points(StructureSummary[] near, string kind)
    {
        StructureSummary[] trials = [.. near.Where(trial => TrialStyle.Kind(trial) == kind)];
        return trials.Length == 0 ? null : Trace.Points(
            [.. trials.Select(trial => (double)trial.Number)], [.. trials.Select(trial => trial.Objective)],
            [.. trials.Select(trial => trial.PairedError)],
            new Marker(TrialStyle.Color(kind), TrialStyle.Symbol(kind), 8), kind) with
        {
            HoverTemplate = "trial %{x}: %{y:.4g} ± %{error_y.array:.2g}",
        };
    }

    private static IEnumerable<Trace> Above(StructureSummary[] valued, double top) => valued
        .Where(trial => trial.Objective > top).GroupBy(TrialStyle.Kind).Select(group => new Trace
        {
            X = [.. group.Select(trial => (double)trial.Number)],
            Y = [.. group.Select(_ => top)],
            Mode = "markers",
            Marker = new Marker(TrialStyle.Color(group.Key), "triangle-up-open", 8),
            Name = group.Key,
            HoverTemplate = "trial %{x}: above the range",
        });

    private static Trace Ring(StructureSummary[] near, int best) => new()
    {
        X = [.. near.Where(trial => trial.Number == best).Select(trial => (double)trial.Number)],
        Y = [.. near.Where(trial => trial.Number == best).Select(trial => trial.Objective)],
        Mode = "markers",
        Marker = new Marker(TrialStyle.Dark, "circle-open", 16),
        HoverInfo = "skip",
    };

    private static double Known(StructureSummary trial) =>
        double.IsFinite(trial.PairedError) ? trial.PairedError : 0;
}
