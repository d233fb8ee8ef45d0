using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Takes the points of a sequence one after the other, whatever the results.</summary>
/// <param name="space">The variables.</param>
/// <param name="sequence">Points of the unit cube.</param>
public sealed class SequenceSearch(SearchSpace space, ICandidateSequence sequence) : ISearch
{
    // Points looked at in search of one that was not tried; a space without a real variable can be used up.
    private const int MostRepeats = 1000;

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(pending);
        var tried = new HashSet<double[]>(finished.Select(o => o.Point).Concat(pending), new PointComparer());
        var points = new List<double[]>();
        long index = finished.Count + pending.Count;
        for (int repeats = 0; points.Count < count && repeats < MostRepeats; index++)
        {
            double[] point = space.Sample(sequence.Point(index));
            if (tried.Add(point))
            {
                points.Add(point);
            }
            else
            {
                repeats++;
            }
        }

        return points;
    }

    /// <inheritdoc/>
    public int Recommend(IReadOnlyList<Observation> finished) => BestTrial.Of(finished);
}
