using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Simulation.Showers;

/// <summary>Turns the layer energies of parametric showers into the scores of a batch.</summary>
/// <remarks>
/// Radial density of <see cref="LateralProfile"/>: p g(r; R_core) + (1 - p) g(r; R_tail), g = R^2 / (pi (r^2 + R^2)^2).
/// Its integral to a is a^2 / (a^2 + R^2), and that of r^2 g is R^2 [ln(1 + a^2/R^2) - a^2/(a^2 + R^2)], which grows
/// with a without end: both are cut at the circle of the front face's area. All arrays are [events, layers].
/// </remarks>
internal sealed class ShowerFill(
    IReadOnlyList<double> ringEdges, double transverse, IReadOnlyList<Primary> primaries, double[] developed,
    double[] deposited, double[] visible, double[] depth, double[] core, double[] tail, double[] mixture)
{
    private readonly int _layers = developed.Length / primaries.Count;
    private readonly int _rings = Math.Max(0, ringEdges.Count - 1);
    private readonly double _edge = transverse / Math.Sqrt(Math.PI);

    /// <summary>The batch of fluctuated active energies.</summary>
    /// <param name="active">Active energy, [events, layers] [MeV]; becomes part of the batch.</param>
    public ShowerBatch Batch(double[] active)
    {
        int n = primaries.Count;
        var batch = new ShowerBatch
        {
            Count = n,
            Layers = _layers,
            Rings = _rings,
            Active = active,
            Passive = new double[active.Length],
            ActiveRadialMoment = new double[active.Length],
            DepthMoment = new double[active.Length],
            Leakage = new double[n * 3],
            RingActive = new double[n * _rings],
            RingTotal = new double[n * _rings],
            Cells = [],
            ChargedSteps = new long[n],
            PhotonSteps = new long[n],
        };
        for (int e = 0; e < n; e++)
        {
            Balance(batch, e);
            Moments(batch, e);
        }

        return batch;
    }

    private void Balance(ShowerBatch batch, int e)
    {
        Range row = (e * _layers)..((e + 1) * _layers);
        double all = Sum(developed.AsSpan(row)), inside = Sum(deposited.AsSpan(row)), energy = primaries[e].Energy;
        // The five-point integral of the profile may exceed 1 by less than 1e-3.
        double back = Math.Max(0, energy - all), side = Math.Max(0, energy - back - inside);
        double available = energy - back - side, seen = Sum(batch.Active.AsSpan(row));
        // Crossings fluctuate, energy does not: what little reaches the stack cannot be seen more than once.
        double scale = seen > available ? available / seen : 1;
        double rest = available - (scale * seen), unseen = inside - Sum(visible.AsSpan(row));
        for (int i = row.Start.Value; i < row.End.Value; i++)
        {
            batch.Active[i] *= scale;
            batch.Passive[i] = unseen > 0 ? rest * (deposited[i] - visible[i]) / unseen : 0;
        }

        (batch.Leakage[(e * 3) + 1], batch.Leakage[(e * 3) + 2]) = (back, side);
    }

    private void Moments(ShowerBatch batch, int e)
    {
        Primary primary = primaries[e];
        for (int l = 0; l < _layers; l++)
        {
            int i = (e * _layers) + l;
            double x = primary.X + (primary.SlopeX * depth[i]), y = primary.Y + (primary.SlopeY * depth[i]);
            double total = batch.Active[i] + batch.Passive[i], within = Within(i, _edge);
            batch.DepthMoment[i] = total * depth[i];
            batch.ActiveRadialMoment[i] = batch.Active[i] * ((SecondMoment(i) / within) + (x * x) + (y * y));
            for (int r = 0; r < _rings; r++)
            {
                // Rings are around the axis of the stack; showers that do not follow it are taken as if they did.
                double outer = r == _rings - 1 ? within : Within(i, Math.Min(_edge, ringEdges[r + 1]));
                double share = (outer - Within(i, Math.Min(_edge, ringEdges[r]))) / within;
                batch.RingActive[(e * _rings) + r] += batch.Active[i] * share;
                batch.RingTotal[(e * _rings) + r] += total * share;
            }
        }
    }

    private double Within(int i, double radius) =>
        (mixture[i] * Within(radius, core[i])) + ((1 - mixture[i]) * Within(radius, tail[i]));

    private double SecondMoment(int i) =>
        (mixture[i] * SecondMoment(_edge, core[i])) + ((1 - mixture[i]) * SecondMoment(_edge, tail[i]));

    private static double Within(double a, double radius) => a * a / ((a * a) + (radius * radius));

    private static double SecondMoment(double a, double radius) =>
        radius * radius * (Math.Log(1 + (a * a / (radius * radius))) - Within(a, radius));

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
