namespace CoDesign.Reports.Drawings;

/// <summary>Layers that a drawing cannot show apart, since they lie at one place or nearly so.</summary>
/// <param name="Center">Their mean place [px].</param>
/// <param name="Members">Their indices, in order of place and then of the track.</param>
internal sealed record LayerCluster(double Center, IReadOnlyList<int> Members)
{
    private const double Widest = 12;
    private const double ShareOfRoom = 0.8;

    /// <summary>How many layers there are.</summary>
    public int Count => Members.Count;

    /// <summary>Clusters in order of place; a layer that stands alone is a cluster of one.</summary>
    /// <param name="places">Places of the layers [px].</param>
    /// <param name="closer">Layers nearer to each other than this [px] belong together.</param>
    public static IReadOnlyList<LayerCluster> Of(IReadOnlyList<double> places, double closer)
    {
        var clusters = new List<List<int>>();
        foreach (int i in Enumerable.Range(0, places.Count).OrderBy(i => places[i]))
        {
            if (clusters.Count == 0 || places[i] - places[clusters[^1][^1]] >= closer
                || places[i] - places[clusters[^1][0]] > Widest)
            {
                clusters.Add([]);
            }

            clusters[^1].Add(i);
        }

        return [.. clusters.Select(cluster => new LayerCluster(cluster.Average(i => places[i]), cluster))];
    }

    /// <summary>Distance at which the members are drawn beside each other [px].</summary>
    /// <param name="clusters">All clusters of the drawing, with room between their centers.</param>
    /// <param name="apart">Distance of neighbours [px] where there is room.</param>
    /// <param name="widest">What all members may take [px].</param>
    public double Step(IReadOnlyList<LayerCluster> clusters, double apart, double widest)
    {
        double room = clusters.Where(other => other != this).Select(other => Math.Abs(other.Center - Center))
            .DefaultIfEmpty(double.PositiveInfinity).Min();
        return Math.Min(apart, Math.Min(widest, ShareOfRoom * room) / Count);
    }

    /// <summary>Places at which the members are drawn beside each other, around their center.</summary>
    /// <param name="step">Distance of neighbours [px].</param>
    public IEnumerable<(int Index, double Place)> SideBySide(double step) =>
        Members.Select((index, i) => (index, Center + (step * (i - ((Count - 1) / 2.0)))));
}
