using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>Chooses where to evaluate a function next: asked for points, told results.</summary>
/// <remarks>
/// A search is a function of its problem and of the finished trials in their order: asked twice it answers the same, so
/// that a search that was interrupted goes on to the same bits. It may keep what it computed as long as this holds.
/// Failed trials are among the finished ones.
/// </remarks>
public interface ISearch
{
    /// <summary>Points to evaluate next.</summary>
    /// <param name="finished">Finished trials, in the order in which they were told.</param>
    /// <param name="pending">Points being evaluated now, whose results are not known.</param>
    /// <param name="count">How many points are wanted.</param>
    /// <returns>As many allowed points of the space; fewer, even none, when nothing new is left to try.</returns>
    IReadOnlyList<double[]> Suggest(
        IReadOnlyList<Observation> finished, IReadOnlyList<double[]> pending, int count);

    /// <summary>Which trial to recommend as the best of a problem with one objective.</summary>
    /// <param name="finished">Finished trials.</param>
    /// <returns>Its index; -1 when none is feasible.</returns>
    /// <remarks>The least observed value; where observations are noisy, the least value that a model expects.</remarks>
    int Recommend(IReadOnlyList<Observation> finished);
}
