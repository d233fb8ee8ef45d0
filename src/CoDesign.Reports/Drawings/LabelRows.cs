namespace CoDesign.Reports.Drawings;

/// <summary>Places labels of clusters in as few rows as they need not to touch.</summary>
internal static class LabelRows
{
    private const int MostRows = 3;
    private const double WidthOfLetter = 8.5;

    /// <summary>Each cluster with its row, 0 nearest to the drawing; those that fit no row are left out.</summary>
    public static (LayerCluster Cluster, int Row)[] Of(IEnumerable<LayerCluster> clusters)
    {
        double[] ends = [.. Enumerable.Repeat(double.NegativeInfinity, MostRows)];
        var placed = new List<(LayerCluster, int)>();
        foreach (LayerCluster cluster in clusters.OrderBy(cluster => cluster.Center))
        {
            double half = WidthOfLetter * (2 + cluster.Count.ToString().Length) / 2;
            int row = Array.FindIndex(ends, end => cluster.Center - half >= end);
            if (row >= 0)
            {
                ends[row] = cluster.Center + half + 4;
                placed.Add((cluster, row));
            }
        }

        return [.. placed];
    }
}
