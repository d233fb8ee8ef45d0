using CoDesign.Studies.Results;
using MathNet.Numerics.Distributions;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Signs that a design does not measure showers at all, though its numbers look well: model and judge share
/// readout and reconstruction, so that none of them sees it.</summary>
internal static class ShowerWarnings
{
    // Of showers; a clipped shower is measured wrongly, whatever the resolution of the rest.
    private const double LargestShare = 1e-3;

    // A response that changes by more than this with energy is not linear [%].
    private const double Linearity = 3;
    private const double Sigmas = 3;

    // A fit that its points contradict: improbable, and by more than this share of a value.
    private const double FitProbability = 1e-6;
    private const double FitDeviation = 0.1;

    private const int Terms = 3;

    /// <summary>Warnings on a design.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="design">The design.</param>
    public static IReadOnlyList<string> Of(string name, DesignSummary design) =>
    [
        .. Losses(
            name, Share(design, ShowerMeasurement.ClippedShowers), Share(design, ShowerMeasurement.SaturatedShowers)),
        .. NotLinear(name, design),
        .. NoFit(name, design),
    ];

    /// <summary>Warnings on shares of showers that lose signal at the end of a range.</summary>
    /// <param name="name">What the design is called.</param>
    /// <param name="clipped">Share with a channel beyond the range of the ADC.</param>
    /// <param name="saturated">Share with a channel whose photo-detector saturates.</param>
    public static IEnumerable<string> Losses(string name, double clipped, double saturated)
    {
        if (clipped > LargestShare)
        {
            yield return $"At the {name} {100 * clipped:0.0#} % of the showers have a channel beyond the range of the ADC: "
                + "their energy is cut off. Raise readout.full_scale (energy of a shower that one channel may hold).";
        }

        if (saturated > LargestShare)
        {
            yield return $"At the {name} {100 * saturated:0.0#} % of the showers have a channel whose photo-detector loses more "
                + "than 10 % of its light to saturation (readout.saturation).";
        }
    }

    /// <summary>Where the readout, which model and judge share, cuts off what is measured; a clause, or null.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="optimum">The optimum.</param>
    public static string? SharedFault(DesignSummary baseline, DesignSummary optimum)
    {
        (string name, DesignSummary design) = Clipped(optimum) >= Clipped(baseline) ? ("optimum", optimum) : ("baseline", baseline);
        return Clipped(design) > LargestShare
            ? $"at the {name} the range of the ADC cuts off the energy of {100 * Clipped(design):0.0#} % of the showers" : null;

        static double Clipped(DesignSummary design) => Share(design, ShowerMeasurement.ClippedShowers);
    }

    private static double Share(DesignSummary design, string name) =>
        design.Metrics.TryGetValue(name, out MetricSummary? metric) ? metric.Value / 100 : 0;

    private static IEnumerable<string> NotLinear(string name, DesignSummary design)
    {
        if (!design.Curves.TryGetValue("energy_linearity", out CurveSummary? curve))
        {
            yield break;
        }

        CurvePoint[] off = [.. curve.Points.Where(p => Math.Abs(p.Value) > Linearity + (Sigmas * p.Error))];
        if (off.MaxBy(p => Math.Abs(p.Value)) is { } worst)
        {
            yield return $"At the {name} the response is not linear: the mean reconstructed energy is off by {worst.Value:0.0} % at "
                + $"{worst.X:G3} GeV. A resolution says little there.";
        }
    }

    private static IEnumerable<string> NoFit(string name, DesignSummary design)
    {
        if (!design.Curves.TryGetValue("energy_resolution", out CurveSummary? curve) || curve.Fit is not { } fit)
        {
            yield break;
        }

        if (curve.Points.Count == 0 || curve.Points.Any(p => !double.IsFinite(p.Value)))
        {
            yield return $"At the {name} the energy resolution has points without a value: there is no curve.";
        }
        // A study of one energy asks for no curve.
        else if (curve.Points.Count > 1 && fit.Terms.Values.Any(t => !double.IsFinite(t.Value)))
        {
            yield return $"At the {name} {curve.Points.Count} points are fewer than the {Terms} terms of the resolution's fit: "
                + "those that are n/a are unknown, not zero.";
        }
        else if (fit.DegreesOfFreedom > 0 && 1 - ChiSquared.CDF(fit.DegreesOfFreedom, fit.ChiSquare) < FitProbability
            && Deviation(curve.Points, fit) > FitDeviation)
        {
            yield return $"At the {name} the fit to the energy resolution does not describe it (chi-square "
                + $"{fit.ChiSquare:G3} for {fit.DegreesOfFreedom} degrees of freedom, points off by up to "
                + $"{100 * Deviation(curve.Points, fit):0} %): its stochastic, constant and noise terms mean nothing.";
        }
    }

    private static double Deviation(IReadOnlyList<CurvePoint> points, FitSummary fit)
    {
        double[] c = [.. ((string[])["stochastic", "constant", "noise"]).Select(t => fit.Terms[t].Value)];
        return points.Max(p => Math.Abs(
            (p.Value / Math.Sqrt((c[0] * c[0] / p.X) + (c[1] * c[1]) + (c[2] * c[2] / (p.X * p.X)))) - 1));
    }
}
