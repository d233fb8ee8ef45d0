using CoDesign.Physics;
using CoDesign.Studies.Results;
using MathNet.Numerics.LinearAlgebra;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Fit of (sigma/E)^2 = a^2/E + b^2 + c^2/E^2 to measured resolutions, E in GeV.</summary>
/// <remarks>Linear in the squares, so the weighted least-squares solution is exact; a square that comes out negative is
/// set to zero and the others are fitted again, and its error is then that of the square's root at one sigma.</remarks>
public sealed record ResolutionFit
{
    /// <summary>a, b, c as fractions; NaN for what too few points cannot tell.</summary>
    public required double[] Terms { get; init; }

    /// <summary>Standard errors.</summary>
    public required double[] Errors { get; init; }

    /// <summary>Chi-square.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Fits.</summary>
    /// <param name="energiesGev">Energies [GeV].</param>
    /// <param name="resolutions">sigma/E.</param>
    /// <param name="errors">Standard errors, positive.</param>
    public static ResolutionFit To(
        IReadOnlyList<double> energiesGev, IReadOnlyList<double> resolutions, IReadOnlyList<double> errors)
    {
        int n = energiesGev.Count;
        // Fewer points than terms tell the first terms alone; nothing is known of the others.
        List<int> free = [.. Enumerable.Range(0, Math.Min(n, 3))];
        var (terms, sigma) = (new double[3], new double[3]);
        int[] unknown = [.. Enumerable.Range(free.Count, 3 - free.Count)];
        while (true)
        {
            if (free.Count == 0)
            {
                return Nothing;
            }

            Matrix<double> a = Matrix<double>.Build.Dense(n, free.Count, (i, k) =>
                Basis(free[k], energiesGev[i]) / (2 * resolutions[i] * errors[i]));
            Vector<double> y = Vector<double>.Build.Dense(n, i => resolutions[i] / (2 * errors[i]));
            Matrix<double> covariance = (a.Transpose() * a).Inverse();
            Vector<double> squares = covariance * (a.Transpose() * y);
            int worst = squares.MinimumIndex();
            if (squares[worst] < 0 && free.Count > 1)
            {
                sigma[free[worst]] = Math.Pow(covariance[worst, worst], 0.25);
                free.RemoveAt(worst);
                continue;
            }

            for (int k = 0; k < free.Count; k++)
            {
                double error = Math.Sqrt(covariance[k, k]);
                terms[free[k]] = Math.Sqrt(Math.Max(0, squares[k]));
                sigma[free[k]] = terms[free[k]] > Math.Sqrt(error) ? error / (2 * terms[free[k]]) : Math.Sqrt(error);
            }

            foreach (int k in unknown)
            {
                (terms[k], sigma[k]) = (double.NaN, double.NaN);
            }

            return new ResolutionFit
            {
                Terms = terms,
                Errors = sigma,
                ChiSquare = (y - (a * squares)).PointwisePower(2).Sum(),
                DegreesOfFreedom = n - free.Count,
            };
        }
    }

    /// <summary>The fit to points of sigma/E in per cent against E in GeV, in the summary's words.</summary>
    /// <param name="points">Points with positive errors.</param>
    public static FitSummary Summary(IReadOnlyList<CurvePoint> points)
    {
        ResolutionFit fit = To(
            [.. points.Select(p => p.X)], [.. points.Select(p => p.Value * Units.Percent)],
            [.. points.Select(p => p.Error * Units.Percent)]);
        return new FitSummary
        {
            Formula = "σ/E = a/√E ⊕ b ⊕ c/E, E in GeV",
            Terms = new Dictionary<string, MetricSummary>
            {
                ["stochastic"] = Term(0, "% sqrt(GeV)"),
                ["constant"] = Term(1, "%"),
                ["noise"] = Term(2, "% GeV"),
            },
            ChiSquare = fit.ChiSquare,
            DegreesOfFreedom = fit.DegreesOfFreedom,
            Line = FitLine.Logarithmic(points, fit.Terms.All(double.IsFinite) ? fit.At : null),
        };

        MetricSummary Term(int k, string unit) =>
            new(fit.Terms[k] / Units.Percent, fit.Errors[k] / Units.Percent, unit);
    }

    // sigma/E in per cent at an energy in GeV.
    private double At(double energy) => Math.Sqrt(
        (Terms[0] * Terms[0] / energy) + (Terms[1] * Terms[1]) + (Terms[2] * Terms[2] / (energy * energy)))
        / Units.Percent;

    private static ResolutionFit Nothing => new()
    {
        Terms = [double.NaN, double.NaN, double.NaN],
        Errors = [double.NaN, double.NaN, double.NaN],
        ChiSquare = 0,
        DegreesOfFreedom = 0,
    };

    private static double Basis(int term, double energy) => term switch
    {
        0 => 1 / energy,
        1 => 1,
        _ => 1 / (energy * energy),
    };
}
