using CoDesign.Physics;
using CoDesign.Studies.Kinds;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Trackers;

/// <summary>One curve of a tracker: a resolution against a property of the tracks, from sums in bins.</summary>
internal sealed class TrackCurve
{
    // Fewer tracks than this say nothing of a resolution.
    private const int FewestTracks = 20;

    // Below any squared error there is; a deviation of exactly zero has no logarithm.
    private const double Least = 1e-300;

    private readonly string _label, _unit;
    private readonly double _unitValue;
    private readonly CurveAxis _axis;
    private readonly double[] _edges;
    private readonly Func<TestedTracks, int, double> _x, _square;

    /// <summary>A curve.</summary>
    /// <param name="name">Its name in results.</param>
    /// <param name="label">What it shows.</param>
    /// <param name="unit">Unit of its values, with its size in internal units.</param>
    /// <param name="axis">What it is drawn against.</param>
    /// <param name="edges">Edges of the bins in the axis' unit.</param>
    /// <param name="x">Place of a track on the axis, in its unit.</param>
    /// <param name="square">Squared deviation of a track, internal units.</param>
    public TrackCurve(
        string name, string label, (string Name, double Value) unit, CurveAxis axis, double[] edges,
        Func<TestedTracks, int, double> x, Func<TestedTracks, int, double> square)
    {
        (Name, _label, _axis, _edges, _x, _square) = (name, label, axis, edges, x, square);
        (_unit, _unitValue) = unit;
    }

    /// <summary>Its name in results.</summary>
    public string Name { get; }

    /// <summary>Its name and units.</summary>
    public CurveForm Form => new(Name, Unit.Parse(_axis.Unit), Unit.Parse(_unit));

    /// <summary>A fit to its points; null for none.</summary>
    public Func<IReadOnlyList<CurvePoint>, FitSummary>? Fit { get; init; }

    /// <summary>Sums of a batch: tracks, x, logarithms of the squares and their squares, each [bins].</summary>
    public IEnumerable<KeyValuePair<string, double[]>> Sums(TestedTracks tracks)
    {
        int bins = _edges.Length - 1;
        double[][] sums = [.. Enumerable.Range(0, 4).Select(_ => new double[bins])];
        for (int t = 0; t < tracks.Dip.Length; t++)
        {
            double x = _x(tracks, t), square = _square(tracks, t);
            int bin = Array.BinarySearch(_edges, x);
            bin = Math.Clamp(bin >= 0 ? bin : ~bin - 1, 0, bins - 1);
            sums[0][bin]++;
            sums[1][bin] += x;
            double logarithm = Math.Log(Math.Max(square * tracks.GeometricFactor, Least));
            sums[2][bin] += logarithm;
            sums[3][bin] += logarithm * logarithm;
        }

        return sums.Select((s, k) => KeyValuePair.Create(Key(k), s));
    }

    /// <summary>The curve of sums of several seeds together.</summary>
    /// <param name="seeds">Sums by name, of each seed.</param>
    public CurveSummary Summary(IReadOnlyList<IReadOnlyDictionary<string, double[]>> seeds)
    {
        double[][] sums = [.. Enumerable.Range(0, 4).Select(k =>
            Enumerable.Range(0, _edges.Length - 1).Select(b => seeds.Sum(s => s[Key(k)][b])).ToArray())];
        CurvePoint[] points = [.. Enumerable.Range(0, _edges.Length - 1).Where(b => sums[0][b] >= FewestTracks)
            .Select(b => Point(sums[0][b], sums[1][b], sums[2][b], sums[3][b]))];
        return new CurveSummary(_label, _unit, _axis, points) { Fit = Fit?.Invoke(points) };
    }

    // Geometric mean, which a few badly measured tracks do not move; its error from the scatter of the logarithms.
    private CurvePoint Point(double n, double x, double logarithm, double square)
    {
        double mean = logarithm / n, value = Math.Exp(mean / 2) / _unitValue;
        double scatter = Math.Sqrt(Math.Max(0, (square / n) - (mean * mean)) / n);
        return new CurvePoint(x / n, value, value * scatter / 2);
    }

    private string Key(int sum) => $"{Name}/{sum}";
}
