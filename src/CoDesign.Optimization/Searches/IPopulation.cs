using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>A search that goes by generations: candidates of the present one, and the step to the next.</summary>
internal interface IPopulation
{
    /// <summary>Number of results that end the generation.</summary>
    int Size { get; }

    /// <summary>A point of this generation; numbers beyond the size are spares for when many are asked at once.</summary>
    /// <param name="number">From 0.</param>
    double[] Candidate(int number);

    /// <summary>Goes to the next generation.</summary>
    /// <param name="numbers">Candidates with results, [size].</param>
    /// <param name="results">Their results, [size].</param>
    /// <param name="told">All trials told since the last step, those of others among them.</param>
    void Advance(IReadOnlyList<int> numbers, IReadOnlyList<Observation> results, IEnumerable<Observation> told);
}
