using CoDesign.Studies.Configuration;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Runs;

/// <summary>Puts published numbers beside those of the simulated baseline.</summary>
internal static class PublishedComparison
{
    // Means of equal numbers are off by rounding.
    private const double Rounding = 1e-9;

    /// <summary>Compares.</summary>
    /// <param name="study">The study with the published numbers.</param>
    /// <param name="baseline">The simulated baseline.</param>
    public static IReadOnlyList<PublishedSummary> Of(Study study, DesignSummary baseline) =>
        [.. study.Published.Select(p => One(p, study.Method.CurveForms.First(c => c.Name == p.Curve), baseline))];

    private static PublishedSummary One(PublishedValue published, CurveForm form, DesignSummary baseline)
    {
        double at = published.At / form.Axis.Factor;
        (double value, double error) = baseline.Curves.TryGetValue(published.Curve, out CurveSummary? curve)
            ? Between(curve.Points, at) : (double.NaN, double.NaN);
        double stated = published.Error is { } e ? e / form.Value.Factor : double.NaN;
        return new PublishedSummary(
            published.Curve, at, form.Axis.Text,
            new MetricSummary(published.Value / form.Value.Factor, stated, form.Value.Text),
            new MetricSummary(value, error, form.Value.Text), published.Source);
    }

    // Between neighbouring points straight in the logarithms, in which resolutions are nearly straight.
    private static (double Value, double Error) Between(IReadOnlyList<CurvePoint> points, double at)
    {
        for (int i = 0; i + 1 < points.Count; i++)
        {
            (CurvePoint low, CurvePoint high) = (points[i], points[i + 1]);
            if (low.X * (1 - Rounding) <= at && at <= high.X * (1 + Rounding) && low.X > 0 && low.Value > 0 && high.Value > 0)
            {
                double share = Math.Log(at / low.X) / Math.Log(high.X / low.X);
                double value = low.Value * Math.Pow(high.Value / low.Value, share);
                double first = (1 - share) * low.Error / low.Value, second = share * high.Error / high.Value;
                return (value, value * Math.Sqrt((first * first) + (second * second)));
            }
        }

        return points.FirstOrDefault(p => Math.Abs(p.X - at) <= Rounding * Math.Abs(at)) is { } same
            ? (same.Value, same.Error) : (double.NaN, double.NaN);
    }
}
