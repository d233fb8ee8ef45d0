using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>The outer model along one structural parameter through the recommended structure.</summary>
internal static class SliceFigure
{
    // Standard deviations of the bands and error bars, the wider first.
    private static readonly int[] Widths = [2, 1];

    /// <summary>The vertical axis that all slices share: their means and two standard deviations.</summary>
    public static Axis Shared(IReadOnlyList<SliceSummary> slices)
    {
        double[] ends = [.. slices.SelectMany(slice => slice.Mean.Zip(slice.StandardDeviation))
            .Where(at => double.IsFinite(at.First) && double.IsFinite(at.Second))
            .SelectMany(at => new[] { at.First - (2 * at.Second), at.First + (2 * at.Second) })];
        double low = ends.DefaultIfEmpty(0).Min(), high = ends.DefaultIfEmpty(1).Max();
        double margin = high > low ? 0.06 * (high - low) : 1;
        return Axis.Linear("objective") with { Range = [low - margin, high + (1.6 * margin)], NTicks = 6 };
    }

    public static Plot Make(SliceSummary slice, ParameterSummary? parameter, OuterSummary outer, Axis objective)
    {
        bool isChoice = parameter is not null && ChoiceWords.IsChoice(parameter);
        double top = (objective.Range ?? [0, 1])[1];
        double low = slice.Values.DefaultIfEmpty(0).Min(), high = slice.Values.DefaultIfEmpty(1).Max();
        double room = isChoice ? 0.5 : Math.Max(0.04 * (high - low), 0.1);
        StructureSummary? best = outer.Trials.FirstOrDefault(trial => trial.Number == outer.Best);
        double chosen = best?.Structure.GetValueOrDefault(slice.Parameter, double.NaN) ?? double.NaN;
        return new Plot(
            [
                .. isChoice ? [] : Bands(slice),
                .. TrialStyle.Kinds.Where(kind => kind != TrialStyle.Failed)
                    .SelectMany(kind => Trials(slice.Parameter, outer, kind, top, isChoice)),
                .. isChoice ? Choices(slice) : [Mean(slice)],
            ],
            new Layout
            {
                XAxis = Axis.Linear(isChoice || parameter is not { Unit.Length: > 0 }
                    ? "" : PlotText.Label(parameter.Unit)) with
                {
                    TickVals = isChoice ? slice.Values : null,
                    TickText = isChoice ? [.. slice.Labels.Select(PlotText.Label)] : null,
                    Range = [low - room, high + room],
                    NTicks = 6,
                },
                YAxis = objective,
                Height = 230,
                Margin = new Margin(52, 8, 8, 36),
                ShowLegend = false,
                Font = new Font(11),
                Shapes = double.IsFinite(chosen)
                    ? [Shape.VerticalLine(chosen, new Stroke(TrialStyle.Dark, 1.2, "dot"))] : null,
            });
    }

    private static IEnumerable<Trace> Bands(SliceSummary slice)
    {
        int[] known = [.. Enumerable.Range(0, Math.Min(slice.Values.Length, slice.Mean.Length)).Where(i =>
            double.IsFinite(slice.Mean[i]) && double.IsFinite(slice.StandardDeviation[i]))];
        return Widths.Select(width => Trace.Band(
            [.. known.Select(i => slice.Values[i])],
            [.. known.Select(i => slice.Mean[i] - (width * slice.StandardDeviation[i]))],
            [.. known.Select(i => slice.Mean[i] + (width * slice.StandardDeviation[i]))],
            Palette.Faint(Palette.Blue, 0.16)));
    }

    private static Trace Mean(SliceSummary slice) => Trace.Lines(
        slice.Values, slice.Mean, new Stroke(Palette.Blue)) with
    {
        HoverText = [.. slice.Labels.Select(PlotText.Of)],
        HoverTemplate = "%{hovertext}: %{y:.4g}<extra></extra>",
    };

    private static IEnumerable<Trace> Choices(SliceSummary slice) => Widths.Select(width => Trace.Points(
        slice.Values, slice.Mean, [.. slice.StandardDeviation.Select(deviation => width * deviation)],
        new Marker(Palette.Blue, "square", 9), "model") with
    {
        ErrorY = new ErrorBars([.. slice.StandardDeviation.Select(deviation => width * deviation)], Palette.Blue)
        {
            Thickness = width == 2 ? 1.2 : 4,
            Width = width == 2 ? 6 : 0,
        },
        HoverText = [.. slice.Labels.Select(PlotText.Of)],
        HoverTemplate = "%{hovertext}: %{y:.4g}<extra></extra>",
    });

    // Trials above the model's range stand as triangles at its top; strong ones differ from the best in this alone.
    private static IEnumerable<Trace> Trials(
        string parameter, OuterSummary outer, string kind, double top, bool isChoice)
    {
        StructureSummary? best = outer.Trials.FirstOrDefault(trial => trial.Number == outer.Best);
        return outer.Trials
            .Where(trial => TrialStyle.Kind(trial) == kind && double.IsFinite(trial.Objective))
            .Where(trial => trial.Structure.ContainsKey(parameter))
            .GroupBy(trial => (IsNear: IsNear(trial, best, parameter), IsAbove: trial.Objective > top))
            .Select(group => new Trace
            {
                X = [.. group.Select(trial => trial.Structure[parameter]
                    + (isChoice ? 0.12 + (0.24 * (trial.Number * 0.6180339887 % 1)) : 0))],
                Y = [.. group.Select(trial => Math.Min(trial.Objective, top))],
                Mode = "markers",
                Marker = new Marker(
                    group.Key.IsNear ? TrialStyle.Dark : Palette.Faint(TrialStyle.FailedColor, 0.5),
                    group.Key.IsAbove ? "triangle-up" : TrialStyle.Symbol(kind), group.Key.IsNear ? 7 : 5.5),
                HoverText = [.. group.Select(trial => $"trial {trial.Number}: {trial.Objective:G4}")],
                HoverTemplate = "%{hovertext}<extra></extra>",
            });
    }

    private static bool IsNear(StructureSummary trial, StructureSummary? best, string parameter) => best is not null
        && trial.Structure.All(value => value.Key == parameter
            || value.Value == best.Structure.GetValueOrDefault(value.Key, double.NaN));
}
