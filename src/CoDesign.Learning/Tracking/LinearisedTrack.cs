using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;

namespace CoDesign.Learning.Tracking;

/// <summary>First-order changes around the nominal way of a track: how parameters at one layer change those at the
/// next, how kicks change them, and what the layers see of them. Reused from track to track.</summary>
/// <remarks>
/// Parameters at a layer are those of <see cref="TrackParameter"/> at the nominal crossing: deviations across the
/// direction and along the axis with the shift along the track taken out. They are the ones at the layer's entry; kicks
/// and loss come behind. The formulas are derivatives of the helix; tests hold them against differences of it.
/// </remarks>
public sealed class LinearisedTrack
{
    internal const int N = 5;

    /// <summary>Kicks of a layer: two angles, two displacements.</summary>
    internal const int Kicks = 4;

    private readonly TrackerSurfaces _surfaces;
    private readonly double[][] _kicks;
    private readonly double[] _kickVariance;

    /// <summary>Room for the layers of a tracker.</summary>
    /// <param name="surfaces">The layers.</param>
    public LinearisedTrack(TrackerSurfaces surfaces)
    {
        _surfaces = surfaces;
        Fitted = new FittedParameters(surfaces);
        Separation = FitPlaces.Separation(surfaces.Position);
        Nominal = new TrackPath(surfaces.Count);
        Outward = [.. Enumerable.Range(0, surfaces.Count).Select(_ => new double[N * N])];
        Inward = [.. Enumerable.Range(0, surfaces.Count).Select(_ => new double[N * N])];
        RowU = [.. Enumerable.Range(0, surfaces.Count).Select(_ => new double[N])];
        RowV = [.. Enumerable.Range(0, surfaces.Count).Select(_ => new double[N])];
        _kicks = [.. Enumerable.Range(0, surfaces.Count * Kicks).Select(_ => new double[N])];
        _kickVariance = new double[surfaces.Count * Kicks];
    }

    /// <summary>The way of the track without scattering; fill it, then call <see cref="Linearise"/>.</summary>
    public TrackPath Nominal { get; }

    /// <summary>Which parameters are fitted.</summary>
    public FittedParameters Fitted { get; }

    /// <summary>Distance up to which two layers are at one place [mm].</summary>
    internal double Separation { get; }

    /// <summary>Position of a layer [mm].</summary>
    /// <param name="layer">The layer.</param>
    internal double Position(int layer) => _surfaces.Position[layer];

    /// <summary>Changes at a layer by those at the one before, or at the vertex: [layers][5 x 5].</summary>
    public IReadOnlyList<double[]> Outward { get; }

    /// <summary>The inverse of each of them.</summary>
    public IReadOnlyList<double[]> Inward { get; }

    /// <summary>Change of the crossing in u by the parameters there: [layers][5].</summary>
    public IReadOnlyList<double[]> RowU { get; }

    /// <summary>Change of the crossing in v by the parameters there: [layers][5].</summary>
    public IReadOnlyList<double[]> RowV { get; }

    /// <summary>Change of the parameters behind a layer by a kick in it, [5].</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kick">0 to 3: angle in the bending plane and across it, displacement likewise; unit kick.</param>
    public ReadOnlySpan<double> Kick(int layer, int kick) => _kicks[(layer * Kicks) + kick];

    /// <summary>Variance of a kick [rad2 or mm2].</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kick">As for <see cref="Kick"/>.</param>
    public double KickVariance(int layer, int kick) => _kickVariance[(layer * Kicks) + kick];

    /// <summary>Measured less nominal u [mm]; of a barrel the shorter way around.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="measured">Measured u [mm].</param>
    public double ResidualU(int layer, double measured)
    {
        double residual = measured - Nominal.U[layer];
        return _surfaces.Shape == TrackerShape.Planes
            ? residual : Math.IEEERemainder(residual, 2 * Math.PI * _surfaces.Position[layer]);
    }

    /// <summary>Measured less nominal v [mm].</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="measured">Measured v [mm].</param>
    public double ResidualV(int layer, double measured) => measured - Nominal.V[layer];

    /// <summary>Derives everything from <see cref="Nominal"/>.</summary>
    /// <param name="mass">Mass of the particle [MeV].</param>
    public void Linearise(double mass)
    {
        Span<double> transport = stackalloc double[N * N];
        Span<double> back = stackalloc double[N * N];
        for (int i = 0; i < Nominal.Crossed; i++)
        {
            Helix at = Nominal.At[i];
            SetTransport(transport, at, Nominal.Arc[i]);
            SetTransport(back, at, -Nominal.Arc[i]);
            transport.CopyTo(Outward[i]);
            back.CopyTo(Inward[i]);
            if (i > 0)
            {
                (double curvature, double dip) = LossDerivatives(i - 1, at, mass);
                ApplyLoss(Outward[i], Inward[i], curvature, dip);
            }

            SetRows(i, at);
            SetKicks(i, at);
        }
    }

    // Along an arc of the same helix; backward with a negative arc.
    private void SetTransport(Span<double> f, in Helix at, double arc)
    {
        (double kappa, double tau) = (at.Curvature, at.Dip);
        double a = kappa * arc;
        (double sin, double cos) = Math.SinCos(a);

        // sin(a)/kappa, (1 - cos a)/kappa^2 = chord^2/2 and (a - sin a)/kappa^2, with their limits without curvature.
        double chord = Math.Abs(a) < 1e-4 ? arc * (1 - (a * a / 24)) : 2 * Math.Sin(a / 2) / kappa;
        double forward = Math.Abs(a) < 1e-4 ? arc * (1 - (a * a / 6)) : sin / kappa;
        double bulge = chord * chord / 2;
        double lag = arc * arc * LagOf(a);
        f.Clear();
        (f[0], f[1], f[2]) = (cos, forward, -bulge);
        (f[5], f[6], f[7]) = (-kappa * sin, cos, -forward);
        f[12] = 1;
        (f[15], f[16], f[17], f[18], f[19]) = (tau * sin, tau * kappa * bulge, -tau * lag, 1, arc);
        f[24] = 1;
        if (!_surfaces.HasField)
        {
            (f[2], f[7], f[17]) = (0, 0, 0);
        }
    }

    // (a - sin a)/a^2: a/6 - a^3/120 + a^5/5040 - a^7/362880; the next term is below 1e-16 of the first.
    private static double LagOf(double a)
    {
        double a2 = a * a;
        return Math.Abs(a) > 0.05
            ? (a - Math.Sin(a)) / a2
            : a / 6 * (1 - (a2 / 20 * (1 - (a2 / 42 * (1 - (a2 / 72))))));
    }

    // Curvature behind a layer by curvature and dip before it: the particle loses energy, not momentum, and in
    // proportion to its path; that the rate depends on momentum, and the path on the other angle, is left out.
    private (double Curvature, double Dip) LossDerivatives(int layer, in Helix behind, double mass)
    {
        double before = Nominal.Momentum[layer], after = Nominal.MomentumBehind[layer];
        double energyBefore = Math.Sqrt((before * before) + (mass * mass));
        double energyAfter = Math.Sqrt((after * after) + (mass * mass));
        double slope = before * energyAfter / (energyBefore * after);
        double ratio = before / after * slope;
        double lengthening = energyAfter * (energyBefore - energyAfter) / (after * after);
        double dip = behind.Dip;
        return (before / after * ratio, behind.Curvature * dip / (1 + (dip * dip)) * (1 - ratio + lengthening));
    }

    // Outward: F D, inward: D^-1 F^-1, where D differs from one in the row of the curvature.
    private static void ApplyLoss(double[] outward, double[] inward, double curvature, double dip)
    {
        for (int i = 0; i < N; i++)
        {
            double column = outward[(i * N) + 2];
            outward[(i * N) + 4] += column * dip;
            outward[(i * N) + 2] = column * curvature;
        }

        for (int j = 0; j < N; j++)
        {
            inward[(2 * N) + j] = (inward[(2 * N) + j] - (dip * inward[(4 * N) + j])) / curvature;
        }
    }

    private void SetRows(int i, in Helix at)
    {
        bool barrel = _surfaces.Shape == TrackerShape.Barrel;
        double angle = barrel ? at.Azimuth - Math.Atan2(at.Second, at.First) : at.Azimuth;
        (double sin, double cos) = Math.SinCos(angle);
        RowU[i][0] = 1 / cos;
        RowV[i][0] = at.Dip * sin / cos;
        RowV[i][3] = 1;
    }

    private void SetKicks(int i, in Helix at)
    {
        (double kappa, double tau) = (at.Curvature, at.Dip);
        double stretch = Math.Sqrt(1 + (tau * tau));
        _kicks[i * Kicks][1] = stretch;
        _kicks[(i * Kicks) + 1][2] = kappa * tau;
        _kicks[(i * Kicks) + 1][4] = stretch * stretch;
        _kicks[(i * Kicks) + 2][0] = 1;
        _kicks[(i * Kicks) + 3][1] = -kappa * tau / stretch;
        _kicks[(i * Kicks) + 3][3] = stretch;
        double angle = Nominal.ScatteringAngle[i];
        double width = angle * _surfaces.Thickness[i] * Nominal.Obliquity[i] / Math.Sqrt(12);
        _kickVariance[i * Kicks] = _kickVariance[(i * Kicks) + 1] = angle * angle;
        _kickVariance[(i * Kicks) + 2] = _kickVariance[(i * Kicks) + 3] = width * width;
    }
}
