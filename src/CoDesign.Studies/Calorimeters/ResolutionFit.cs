using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Fit of (sigma/E)^2 = a^2/E + b^2 + c^2/E^2 to measured resolutions, E in GeV.</summary>
public static class ResolutionFit
{
    private static readonly Func<double, double>[] Basis = [e => 1 / Math.Sqrt(e), _ => 1, e => 1 / e];

    /// <summary>Fits a, b, c as fractions.</summary>
    /// <param name="energiesGev">Energies [GeV].</param>
    /// <param name="resolutions">sigma/E.</param>
    /// <param name="errors">Standard errors, positive.</param>
    public static QuadratureFit To(
        IReadOnlyList<double> energiesGev, IReadOnlyList<double> resolutions, IReadOnlyList<double> errors) =>
        QuadratureFit.To(Basis, energiesGev, resolutions, errors);

    /// <summary>The fit to points of sigma/E in per cent against E in GeV, in the summary's words.</summary>
    /// <param name="points">Points with positive errors.</param>
    public static FitSummary Summary(IReadOnlyList<CurvePoint> points) => FitSummaries.Of(
        "σ/E = a/√E ⊕ b ⊕ c/E, E in GeV", Basis, points,
        ("stochastic", "% sqrt(GeV)"), ("constant", "%"), ("noise", "% GeV"));
}
