namespace CoDesign.Reports.Drawings;

/// <summary>Layers that a drawing cannot show apart, since they lie at one place or nearly so.</summary>
/// <param name="Center">Their mean place [px].</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct LayerCluster(double Center, int Count)
{
    private const double Widest = 12;

    /// <summary>Clusters in order of place; a layer that stands alone is a cluster of one.</summary>
    /// <param name="places">Places of the layers [px].</param>
    /// <param name="closer">Layers nearer to each other than this [px] belong together.</param>
    public static IReadOnlyList<LayerCluster> Of(IEnumerable<double> places, double closer)
    {
        var clusters = new List<List<double>>();
        foreach (double place in places.Order())
        {
            if (clusters.Count == 0 || place - clusters[^1][^1] >= closer || place - clusters[^1][0] > Widest)
            {
                clusters.Add([]);
            }

            clusters[^1].Add(place);
        }

        return [.. clusters.Select(cluster => new LayerCluster(cluster.Average(), cluster.Count))];
    }
}
