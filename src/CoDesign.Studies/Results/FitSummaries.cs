using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Results;

/// <summary>Fits in the summary's words.</summary>
internal static class FitSummaries
{
    // No point weighs more than this: exact ones, and those of equal tracks, have hardly any statistical error.
    private const double ExactShare = 1e-3;

    /// <summary>A fit of terms in quadrature to the points of a curve.</summary>
    /// <param name="formula">The function in words.</param>
    /// <param name="basis">What each term is multiplied by at x.</param>
    /// <param name="points">Points; those without a positive value are left out.</param>
    /// <param name="terms">Name and unit of each term.</param>
    public static FitSummary Of(
        string formula, IReadOnlyList<Func<double, double>> basis, IReadOnlyList<CurvePoint> points,
        params (string Name, string Unit)[] terms)
    {
        CurvePoint[] known = [.. points.Where(p => p.Value > 0 && double.IsFinite(p.Error))];
        QuadratureFit fit = QuadratureFit.To(
            basis, [.. known.Select(p => p.X)], [.. known.Select(p => p.Value)],
            [.. known.Select(p => Math.Max(p.Error, ExactShare * p.Value))]);
        return new FitSummary
        {
            Formula = formula,
            Terms = terms.Select((t, k) => (t.Name, Value: new MetricSummary(fit.Terms[k], fit.Errors[k], t.Unit)))
                .ToDictionary(t => t.Name, t => t.Value),
            ChiSquare = fit.ChiSquare,
            DegreesOfFreedom = fit.DegreesOfFreedom,
            Line = FitLine.Logarithmic(known, fit.Terms.All(double.IsFinite) ? x => fit.At(basis, x) : null),
        };
    }
}
