using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Resolution against energy.</summary>
internal sealed class ResolutionCurves(EnergySpectrum spectrum, Objective objective)
{
    private const int BinCount = 8;

    // Fewer events than this say nothing of a resolution.
    private const int FewestEvents = 50;

    private readonly double[] _edges = Edges(spectrum);

    private readonly int _massTerm = objective.Terms.Select(t => t.Metric).ToList().FindIndex(m => m is MassResolution);

    /// <summary>Sums of a batch.</summary>
    public BinMoments[] Moments(TestedShowers batch)
    {
        int bins = _edges.Length - 1;
        var count = new double[bins];
        var energy = new double[bins];
        double[][] ratio = [.. Enumerable.Range(0, bins).Select(_ => new double[4])];
        var (position2, position4) = (new double[bins], new double[bins]);
        double[][] mass = [.. Enumerable.Range(0, bins).Select(_ => _massTerm < 0 ? Array.Empty<double>() : new double[4])];
        for (int e = 0; e < batch.Energy.Length; e++)
        {
            int bin = Bin(batch.Energy[e]);
            double deviation = batch.EnergyRatio[e] - 1, power = 1;
            double x2 = batch.ErrorX[e] * batch.ErrorX[e], y2 = batch.ErrorY[e] * batch.ErrorY[e];
            count[bin]++;
            energy[bin] += batch.Energy[e];
            for (int k = 0; k < 4; k++)
            {
                ratio[bin][k] += power *= deviation;
            }

            position2[bin] += x2 + y2;
            position4[bin] += (x2 * x2) + (y2 * y2);
        }

        for (int p = 0; _massTerm >= 0 && p < batch.Energy.Length / 2; p++)
        {
            double mean = Math.Sqrt(batch.Energy[2 * p] * batch.Energy[(2 * p) + 1]);
            double squared = batch.Entries[_massTerm][p];
            double[] sums = mass[Bin(mean)];
            sums[0]++;
            sums[1] += mean;
            sums[2] += squared;
            sums[3] += squared * squared;
        }

        return [.. Enumerable.Range(0, bins).Select(b =>
            new BinMoments(count[b], energy[b], ratio[b], position2[b], position4[b], mass[b]))];
    }

    /// <summary>Curves of several seeds together.</summary>
    public IReadOnlyDictionary<string, CurveSummary> Curves(IEnumerable<BinMoments[]> seeds)
    {
        BinMoments[] bins = Sum(seeds);
        CurvePoint[] energy = [.. Filled(bins).Select(EnergyPoint)];
        var curves = new Dictionary<string, CurveSummary>
        {
            ["energy_resolution"] = new("Energy resolution sigma/E", "%", CurveAxis.Energy, energy)
            {
                Fit = ResolutionFit.Summary(energy),
            },
            ["energy_linearity"] = new(
                "Mean of E_rec/E - 1", "%", CurveAxis.Energy, [.. Filled(bins).Select(LinearityPoint)]),
            ["position_resolution"] = new(
                "Position resolution per coordinate", "mm", CurveAxis.Energy, [.. Filled(bins).Select(PositionPoint)]),
        };
        if (_massTerm >= 0)
        {
            curves["mass_resolution"] = new(
                "Two-photon mass resolution", "%", CurveAxis.Energy,
                [.. bins.Where(b => b.Mass[0] >= FewestEvents).Select(MassPoint)]);
        }

        return curves;
    }

    private static IEnumerable<BinMoments> Filled(BinMoments[] bins) => bins.Where(b => b.Count >= FewestEvents);

    private static CurvePoint EnergyPoint(BinMoments b)
    {
        double n = b.Count, mean = b.Ratio[0] / n;
        double m2 = (b.Ratio[1] / n) - (mean * mean);
        double m4 = (b.Ratio[3] / n) - (4 * mean * b.Ratio[2] / n) + (6 * mean * mean * b.Ratio[1] / n)
            - (3 * Math.Pow(mean, 4));
        // sigma relative to the mean response; its error from the fourth moment.
        double sigma = Math.Sqrt(m2) / (1 + mean), error = Math.Sqrt((m4 - (m2 * m2)) / (4 * m2 * n)) / (1 + mean);
        return new CurvePoint(b.Energy / n / Units.GeV, sigma / Units.Percent, error / Units.Percent);
    }

    private static CurvePoint LinearityPoint(BinMoments b)
    {
        double mean = b.Ratio[0] / b.Count, variance = (b.Ratio[1] / b.Count) - (mean * mean);
        return new CurvePoint(
            b.Energy / b.Count / Units.GeV, mean / Units.Percent, Math.Sqrt(variance / b.Count) / Units.Percent);
    }

    private static CurvePoint PositionPoint(BinMoments b) =>
        RootMeanSquare(b.Energy / b.Count, b.Position2, b.Position4, 2 * b.Count, 1);

    private static CurvePoint MassPoint(BinMoments b) =>
        RootMeanSquare(b.Mass[1] / b.Mass[0], b.Mass[2], b.Mass[3], b.Mass[0], Units.Percent);

    private static CurvePoint RootMeanSquare(double energy, double sum2, double sum4, double n, double unit)
    {
        double m2 = sum2 / n, error = Math.Sqrt(Math.Max(0, (sum4 / n) - (m2 * m2)) / (4 * m2 * n));
        return new CurvePoint(energy / Units.GeV, Math.Sqrt(m2) / unit, error / unit);
    }

    private static BinMoments[] Sum(IEnumerable<BinMoments[]> seeds) => seeds.Aggregate((a, b) =>
        [.. a.Zip(b, (x, y) => new BinMoments(
            x.Count + y.Count, x.Energy + y.Energy, Add(x.Ratio, y.Ratio), x.Position2 + y.Position2,
            x.Position4 + y.Position4, Add(x.Mass, y.Mass)))]);

    private static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private int Bin(double energy)
    {
        int at = Array.BinarySearch(_edges, energy);
        return Math.Clamp(at >= 0 ? at : ~at - 1, 0, _edges.Length - 2);
    }

    private static double[] Edges(EnergySpectrum spectrum)
    {
        if (spectrum.Kind == EnergySpectrum.Form.List)
        {
            double[] energies = [.. spectrum.Energies.Distinct().Order()];
            return [0, .. energies.Zip(energies.Skip(1), (a, b) => Math.Sqrt(a * b)), double.MaxValue];
        }

        double ratio = spectrum.Maximum / spectrum.Minimum;
        return [.. Enumerable.Range(0, BinCount + 1).Select(i => spectrum.Minimum * Math.Pow(ratio, (double)i / BinCount))];
    }
}
