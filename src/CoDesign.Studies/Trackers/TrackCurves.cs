using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Tracks;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Trackers;

/// <summary>Resolutions of a tracker against momentum and angle.</summary>
/// <remarks>
/// sigma(pT)/pT = a (+) b pT: scattering and, asymptotically, the resolution of the layers (Gluckstern 1963). Impact
/// parameter: a (+) b/(p sin^(3/2) theta), as the first layer is at a radius and its path is 1/sin theta.
/// </remarks>
internal static class TrackCurves
{
    private const int MomentumBins = 10;
    private const int AngleBins = 9;

    private static readonly Func<double, double>[] Rising = [_ => 1, pt => pt], Falling = [_ => 1, p => 1 / p];

    /// <summary>The curves of a study, the leading one first.</summary>
    /// <param name="geometry">The tracker.</param>
    /// <param name="source">Its tracks.</param>
    public static IReadOnlyList<TrackCurve> Of(TrackerGeometry geometry, TrackSource source) => [.. Every(geometry, source)
        .Where(c => geometry.Groups.Any(g => c.Name.StartsWith("longitudinal", StringComparison.Ordinal) ? g.MeasuresV : g.MeasuresU))];

    private static List<TrackCurve> Every(TrackerGeometry geometry, TrackSource source)
    {
        double[] momentum = Momenta(source);
        List<TrackCurve> curves = [];
        if (geometry.HasField)
        {
            curves.Add(new TrackCurve(
                "momentum_resolution", "sigma(pT)/pT, geometric mean", ("%", Units.Percent), CurveAxis.TransverseMomentum, momentum,
                Pt, Momentum)
            {
                Fit = points => FitSummaries.Of(
                    "σ(pT)/pT = a ⊕ b·pT, pT in GeV", Rising, points, ("scattering", "%"), ("asymptotic", "%/GeV")),
            });
        }

        curves.Add(new TrackCurve(
            "transverse_impact", "sigma(d0), geometric mean", ("um", Units.Um),
            new CurveAxis(source.Shape == TrackerShape.Barrel ? "p sin^(3/2)(polar angle)" : "momentum p", "GeV", "log"),
            Impacts(source), source.Shape == TrackerShape.Barrel ? Impact : Total,
            Square(TrackParameter.TransverseOffset))
        {
            Fit = points => FitSummaries.Of(
                source.Shape == TrackerShape.Barrel
                    ? "σ(d0) = a ⊕ b/(p sin^(3/2)θ), p in GeV" : "σ(d0) = a ⊕ b/p, p in GeV", Falling, points, ("asymptotic", "um"), ("scattering", "um GeV")),
        });
        curves.Add(new TrackCurve(
            "longitudinal_impact", "sigma(z0), geometric mean", ("um", Units.Um), CurveAxis.TransverseMomentum, momentum, Pt,
            Square(TrackParameter.LongitudinalOffset)));
        if (source.Polar.Maximum > source.Polar.Minimum)
        {
            curves.AddRange(AgainstAngle(geometry, source));
        }

        return curves;
    }

    private static IEnumerable<TrackCurve> AgainstAngle(TrackerGeometry geometry, TrackSource source)
    {
        double low = source.Polar.Minimum / Units.Degree, high = source.Polar.Maximum / Units.Degree;
        double[] edges = [.. Enumerable.Range(0, AngleBins + 1).Select(i => low + ((high - low) * i / AngleBins))];
        Func<TestedTracks, int, double> angle = source.Shape == TrackerShape.Barrel
            ? (tracks, t) => Math.Atan2(1, tracks.Dip[t]) / Units.Degree
            : (tracks, t) => Math.Acos(Math.Cos(tracks.Azimuth[t]) / Math.Sqrt(1 + (tracks.Dip[t] * tracks.Dip[t])))
                / Units.Degree;
        if (geometry.HasField)
        {
            yield return new TrackCurve(
                "momentum_resolution_at_angle", "sigma(pT)/pT, geometric mean", ("%", Units.Percent), CurveAxis.PolarAngle, edges,
                angle, Momentum);
        }

        yield return new TrackCurve(
            "transverse_impact_at_angle", "sigma(d0), geometric mean", ("um", Units.Um), CurveAxis.PolarAngle, edges, angle,
            Square(TrackParameter.TransverseOffset));
        yield return new TrackCurve(
            "longitudinal_impact_at_angle", "sigma(z0), geometric mean", ("um", Units.Um), CurveAxis.PolarAngle, edges, angle,
            Square(TrackParameter.LongitudinalOffset));
    }

    private static double Pt(TestedTracks tracks, int t) => tracks.TransverseMomentum[t] / Units.GeV;

    // p sin^(3/2) theta with sin theta = 1 / sqrt(1 + dip^2): pT over the root of sin theta once more, times sin theta.
    private static double Impact(TestedTracks tracks, int t) =>
        Pt(tracks, t) * Math.Pow(1 + (tracks.Dip[t] * tracks.Dip[t]), -0.25);

    private static double Total(TestedTracks tracks, int t) =>
        Pt(tracks, t) * Math.Sqrt(1 + (tracks.Dip[t] * tracks.Dip[t]));

    private static double Momentum(TestedTracks tracks, int t) =>
        tracks.Squared[(int)TrackParameter.Curvature][t] / (tracks.Curvature[t] * tracks.Curvature[t]);

    private static Func<TestedTracks, int, double> Square(TrackParameter parameter) =>
        (tracks, t) => tracks.Squared[(int)parameter][t];

    private static double[] Momenta(TrackSource source)
    {
        if (source.Momentum.Kind == EnergySpectrum.Form.List && source.MomentumKind == MomentumKind.Transverse)
        {
            double[] values = [.. source.Momentum.Energies.Distinct().Order().Select(p => p / Units.GeV)];
            return [0, .. values.Zip(values.Skip(1), (a, b) => Math.Sqrt(a * b)), double.MaxValue];
        }

        double least = source.MomentumKind == MomentumKind.Transverse ? 1 : LeastSine(source);
        return Logarithmic(least * source.Momentum.Minimum / Units.GeV, source.Momentum.Maximum / Units.GeV);
    }

    private static double[] Impacts(TrackSource source) => Logarithmic(
        Math.Sqrt(LeastSine(source)) * Momenta(source).First(m => m > 0), source.Momentum.Maximum / Units.GeV);

    // Smallest share of the momentum across the field axis.
    private static double LeastSine(TrackSource source) => source.Shape == TrackerShape.Barrel
        ? Math.Min(Math.Sin(source.Polar.Minimum), Math.Sin(source.Polar.Maximum))
        : Math.Cos(source.Polar.Maximum);

    private static double[] Logarithmic(double low, double high) => high <= low * (1 + 1e-9)
        ? [0, double.MaxValue]
        : [.. Enumerable.Range(0, MomentumBins + 1).Select(i => low * Math.Pow(high / low, (double)i / MomentumBins))];
}
