using CoDesign.Reports.Plots;
using CoDesign.Reports.Sections;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>The elements of an array of parameters in one figure.</summary>
internal static class ArrayFigure
{
    private const int Height = 320;

    /// <summary>Values before and after against the number of the element, between the bounds.</summary>
    public static Plot Values(
        ParameterArray array, IReadOnlyDictionary<string, ParameterSummary> before,
        IReadOnlyDictionary<string, ParameterSummary> after)
    {
        double[] numbers = array.Numbers;
        ParameterSummary[] optimum = [.. array.Names.Select(name => after[name])];
        var bound = new Stroke("#9ca3af", 1);
        return Make(array, optimum[0].Unit,
        [
            Trace.Lines(numbers, [.. optimum.Select(p => p.Bounds[0])], bound, "bounds") with { HoverInfo = "skip" },
            Trace.Lines(numbers, [.. optimum.Select(p => p.Bounds[1])], bound) with { HoverInfo = "skip" },
            Intervals(numbers, optimum),
            Dots(numbers, [.. array.Names.Select(name => before.GetValueOrDefault(name)?.Value ?? double.NaN)],
                new Marker(Palette.Baseline, "square", 6), "baseline"),
            Dots(numbers, [.. optimum.Select(p => p.Value)], new Marker(Palette.Optimum, "circle", 7), "optimum"),
        ]);
    }

    /// <summary>Values at the optimum and in the other designs given.</summary>
    public static Plot Compare(
        ParameterArray array, string unit,
        IEnumerable<(string Name, IReadOnlyDictionary<string, double> Values)> designs)
    {
        string[] symbols = ["circle", "diamond", "square", "cross", "triangle-up", "x"];
        (string Name, IReadOnlyDictionary<string, double> Values)[] all = [.. designs];
        return Make(array, unit,
        [
            .. all.Select((design, i) => Dots(
                [.. array.Numbers.Select(number => number + (0.5 * (i - ((all.Length - 1) / 2.0)) / all.Length))],
                [.. array.Names.Select(name => design.Values.GetValueOrDefault(name, double.NaN))],
                new Marker(Palette.Replica(i), symbols[i % symbols.Length], 6), design.Name) with
            {
                HoverTemplate = "%{x:.0f}: %{y:.4g}",
            }),
        ]);
    }

    /// <summary>Changes of the objective when one element moves.</summary>
    public static Plot Sensitivity(ParameterArray array, IReadOnlyDictionary<string, SensitivitySummary> rows)
    {
        SensitivitySummary[] known = [.. array.Names.Where(rows.ContainsKey).Select(name => rows[name])];
        double[] numbers = [.. known.Select(row => (double)ParameterGroups.NumberOf(row.Parameter))];
        double[] errors = [.. known.Select(row => 100 * row.Error)];
        Plot plot = Make(array, "",
        [
            Points(numbers, [.. known.Select(row => 100 * row.Lower)], Palette.Orange, "triangle-down", "lowered"),
            Points(numbers, [.. known.Select(row => 100 * row.Upper)], Palette.Blue, "triangle-up", "raised"),
        ]);
        Axis change = Axis.Linear("change of the objective [%]") with { ZeroLine = true, NTicks = 7 };
        return plot with { Layout = plot.Layout with { YAxis = change } };

        Trace Points(double[] x, double[] y, string color, string symbol, string name) =>
            Trace.Points(x, y, errors, new Marker(color, symbol, 7), $"{name} by the step");
    }

    /// <summary>Components of the flattest directions.</summary>
    public static Plot Directions(ParameterArray array, IReadOnlyList<FlatDirectionSummary> directions)
    {
        Plot plot = Make(array, "",
        [
            .. directions.Select((direction, i) => Dots(
                array.Numbers, [.. array.Names.Select(name => direction.Components.GetValueOrDefault(name))],
                new Marker(Palette.Replica(i), "circle", 5), $"direction {i + 1}") with
            {
                Mode = "lines+markers",
                Line = new Stroke(Palette.Replica(i), 1.3, Palette.ReplicaDash(i)),
            }),
        ]);
        Axis component = Axis.Linear("component") with { ZeroLine = true, NTicks = 7 };
        return plot with { Layout = plot.Layout with { YAxis = component } };
    }

    private static Plot Make(ParameterArray array, string unit, IReadOnlyList<Trace> traces) => new(traces, new Layout
    {
        XAxis = Axis.Linear("element") with { NTicks = Math.Min(array.Names.Count, 15) },
        YAxis = Axis.Linear(PlotText.Label(unit.Length == 0 ? array.Prefix : $"{array.Prefix} [{unit}]")) with
        {
            NTicks = 7,
        },
        Height = Height,
    });

    private static Trace Dots(IReadOnlyList<double> x, IReadOnlyList<double> y, Marker marker, string name) => new()
    {
        X = x,
        Y = y,
        Mode = "markers",
        Marker = marker,
        Name = PlotText.Label(name),
        HoverTemplate = "%{x}: %{y:.4g}",
    };

    // One trace of many pieces; what is not a number parts them.
    private static Trace Intervals(double[] numbers, ParameterSummary[] optimum)
    {
        (double Number, double[] Interval)[] known = [.. numbers.Zip(optimum)
            .Where(pair => pair.Second.Interval is { Length: 2 })
            .Select(pair => (pair.First, pair.Second.Interval ?? []))];
        return Trace.Lines(
            [.. known.SelectMany(pair => (double[])[pair.Number, pair.Number, double.NaN])],
            [.. known.SelectMany(pair => (double[])[pair.Interval[0], pair.Interval[1], double.NaN])],
            new Stroke(Palette.Faint(Palette.Optimum, 0.5), 4), known.Length > 0 ? "68 % interval" : null) with
        {
            HoverInfo = "skip",
        };
    }
}
