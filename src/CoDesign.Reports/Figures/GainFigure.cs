using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Figures;

/// <summary>Gain of each seed with the mean and its standard error.</summary>
internal static class GainFigure
{
    public static Plot Make(GainSummary gain)
    {
        double[] seeds = [.. Enumerable.Range(0, gain.PerSeed.Count).Select(i => (double)i)];
        var (mean, error) = (100 * gain.Value, 100 * gain.Error);
        var shapes = new List<Shape> { Shape.HorizontalLine(0, new Stroke("#111827", 1, "dash")) };
        if (double.IsFinite(mean))
        {
            shapes.Add(Shape.HorizontalLine(mean, new Stroke(Palette.Optimum, 1.5)));
            if (double.IsFinite(error))
            {
                shapes.Add(Shape.HorizontalBand(mean - error, mean + error, Palette.Faint(Palette.Optimum, 0.15)));
            }
        }

        return new Plot(
            [
                new Trace
                {
                    X = seeds,
                    Y = [.. gain.PerSeed.Select(value => 100 * value)],
                    Mode = "markers",
                    Marker = new Marker(Palette.Optimum, "circle", 9),
                    Name = "gain",
                    HoverTemplate = "seed %{x}: %{y:.2f} %<extra></extra>",
                },
            ],
            new Layout
            {
                XAxis = Axis.Linear("seed") with
                {
                    TickVals = seeds,
                    TickText = [.. seeds.Select(seed => $"{seed + 1}")]
                },
                YAxis = Axis.Linear("gain [%]") with { RangeMode = "tozero", NTicks = 7 },
                ShowLegend = false,
                Shapes = shapes,
                Height = 320,
            });
    }
}
