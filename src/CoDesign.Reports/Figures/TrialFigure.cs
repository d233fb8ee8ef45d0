using CoDesign.Reports.Numbers;
using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>All trials of the outer loop, those without a value too.</summary>
internal static class TrialFigure
{
    private const string Objective = "objective";
    private const double FailedPlace = -0.11;

    /// <summary>Objective by trial with the best so far; failed trials on a line of their own above.</summary>
    public static Plot ByTrial(OuterSummary outer)
    {
        StructureSummary[] valued = [.. Valued(outer)];
        Axis axis = ValueAxis.Of(Objective, valued.SelectMany(trial => new[]
        {
            trial.Objective, trial.Objective + Known(trial.PairedError), Math.Max(
                trial.Objective - Known(trial.PairedError), 0.5 * trial.Objective),
        }));
        bool anyFailed = valued.Length < outer.Trials.Count;
        (axis, double place) = anyFailed ? WithFailed(axis) : (axis, double.NaN);
        return new Plot(
            [
                BestSoFar(outer),
                .. TrialStyle.Kinds.Select(kind => Points(outer, kind, place)).OfType<Trace>(),
                Ring(valued.Where(trial => trial.Number == outer.Best), outer),
            ],
            new Layout
            {
                XAxis = TrialStyle.Numbers(outer),
                YAxis = axis,
                Height = 400,
                Shapes = anyFailed ? [Shape.HorizontalLine(place, new Stroke("#9ca3af", 1, "dot"))] : null,
            });
    }

    /// <summary>Parallel coordinates of all structures and what they reached; the objective is the colour.</summary>
    public static Plot Parallel(
        OuterSummary outer, IReadOnlyDictionary<string, ParameterSummary> parameters, ChoiceWords words)
    {
        string[] names = [.. outer.Parameters.Where(parameters.ContainsKey)];
        double[] values = [.. Valued(outer).Select(trial => trial.Objective)];
        var objective = ParallelAxis.Numbers(
            "objective", values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), wideSpan: 1.5);
        ParallelAxis[] axes = [.. names.Select(name => ParallelAxis.Of(name, parameters[name], words)), objective];
        ParallelLine[] lines = [.. outer.Trials.OrderBy(trial => trial.Number == outer.Best ? 1 : 0)
            .ThenBy(trial => TrialStyle.Kinds.ToList().IndexOf(TrialStyle.Kind(trial)))
            .ThenByDescending(trial => trial.Objective)
            .Select(trial => Line(outer, trial, names, axes))];
        Plot plot = ParallelFigure.Make(axes, lines, Legend(outer), names.Length);
        return lines.All(line => line.Group != TrialStyle.Failed) ? plot : plot with
        {
            Layout = plot.Layout with
            {
                Annotations =
                [
                    .. plot.Layout.Annotations ?? [],
                    new Annotation(names.Length, FailedPlace, TrialStyle.Failed) { XAnchor = "left", XShift = 9 },
                ],
            },
        };
    }

    private static ParallelLine Line(
        OuterSummary outer, StructureSummary trial, string[] names, ParallelAxis[] axes)
    {
        string kind = TrialStyle.Kind(trial);
        double share = axes[^1].Place(trial.Objective);
        bool isBest = trial.Number == outer.Best;
        string color = kind == TrialStyle.Failed ? TrialStyle.FailedColor : Palette.Sequential(share);
        // Lines of one choice lie side by side; the golden section spreads any number of them evenly.
        double spread = (2 * ((trial.Number * 0.6180339887 % 1) - 0.5)) * (outer.Trials.Count > 1 ? 1 : 0);
        return new ParallelLine(
            isBest ? TrialStyle.Recommended(outer) : kind,
            [
                .. names.Select((name, i) => axes[i].Place(trial.Structure.GetValueOrDefault(name, double.NaN))
                    + (spread * axes[i].Room)),
                kind == TrialStyle.Failed ? FailedPlace : share,
            ],
            new Stroke(isBest ? TrialStyle.Dark : color, isBest ? 4 : 1.8, TrialStyle.Dash(kind)),
            new Marker(isBest ? TrialStyle.Dark : color, TrialStyle.Symbol(kind), isBest ? 9 : 6.5),
            Hover(trial, names));
    }

    private static IReadOnlyList<(string Group, Stroke Stroke, Marker Marker)> Legend(OuterSummary outer) =>
    [
        (TrialStyle.Recommended(outer), new Stroke(TrialStyle.Dark, 4), new Marker(TrialStyle.Dark, "circle", 9)),
        .. TrialStyle.Kinds.Reverse().Select(kind => (
            kind, new Stroke(TrialStyle.FailedColor, 1.8, TrialStyle.Dash(kind)),
            new Marker(TrialStyle.FailedColor, TrialStyle.Symbol(kind), 6.5))),
    ];

    private static IEnumerable<StructureSummary> Valued(OuterSummary outer) =>
        outer.Trials.Where(trial => double.IsFinite(trial.Objective));

    private static double Known(double error) => double.IsFinite(error) ? error : 0;

    private static Trace? Points(OuterSummary outer, string kind, double failedPlace)
    {
        StructureSummary[] trials = [.. outer.Trials.Where(trial => TrialStyle.Kind(trial) == kind)];
        return trials.Length == 0 ? null : Trace.Points(
            [.. trials.Select(trial => (double)trial.Number)],
            [.. trials.Select(trial => double.IsFinite(trial.Objective) ? trial.Objective : failedPlace)],
            [.. trials.Select(trial => trial.PairedError)],
            new Marker(TrialStyle.Color(kind), TrialStyle.Symbol(kind), 8), kind) with
        {
            HoverText = [.. trials.Select(trial => Hover(trial, outer.Parameters))],
            HoverTemplate = "%{hovertext}<extra></extra>",
        };
    }

    private static Trace Ring(IEnumerable<StructureSummary> best, OuterSummary outer) => new()
    {
        X = [.. best.Select(trial => (double)trial.Number)],
        Y = [.. best.Select(trial => trial.Objective)],
        Mode = "markers",
        Marker = new Marker(TrialStyle.Dark, "circle-open", 16),
        Name = TrialStyle.Recommended(outer),
        HoverInfo = "skip",
    };

    private static Trace BestSoFar(OuterSummary outer)
    {
        double best = double.NaN;
        return Trace.Lines(
            [.. outer.Trials.Select(trial => (double)trial.Number)],
            [.. outer.Trials.Select(trial => best = trial.Status == "finished" && !(trial.Objective >= best)
                ? trial.Objective : best)],
            new Stroke(TrialStyle.Dark, 1.5, Shape: "hv"), "best so far") with
        {
            HoverInfo = "skip",
        };
    }

    // Failed trials stand on a line above all values, with a label of its own on the axis.
    private static (Axis Axis, double Place) WithFailed(Axis axis)
    {
        const string Label = TrialStyle.Failed;
        (double low, double high) = ValueAxis.Ends(axis);
        if (!double.IsFinite(low))
        {
            return (axis with { Range = [0, 1.2], TickVals = [1], TickText = [Label] }, 1);
        }

        bool isLogarithmic = axis.Type is not null;
        double step = 0.08 * (isLogarithmic ? Math.Log10(high / low) : high - low);
        double place = isLogarithmic ? high * Math.Pow(10, step) : high + step;
        double[] ticks = [.. (axis.TickVals ?? NiceTicks.Between(low, high, 6)).Where(t => t >= low && t <= high)];
        double end = (isLogarithmic ? Math.Log10(place) : place) + (0.8 * step);
        return (axis with
        {
            Range = [isLogarithmic ? Math.Log10(low) : low, end],
            TickVals = [.. ticks, place],
            TickText = [.. ticks.Select(tick => NumberText.Trimmed(tick)), Label],
        }, place);
    }

    private static string Hover(StructureSummary trial, IEnumerable<string> names) =>
        $"<b>trial {trial.Number}</b>, {TrialStyle.Kind(trial)}<br>"
        + string.Join("<br>", names.Select(name =>
            PlotText.Of($"{name} {trial.Words.GetValueOrDefault(name, NumberText.Unavailable)}")))
        + "<br>" + PlotText.Of(double.IsFinite(trial.Objective)
            ? NumberText.WithError(trial.Objective, trial.ObjectiveError) : trial.Reason);
}
