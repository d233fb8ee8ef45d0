namespace CoDesign.Optimization.Searches;

/// <summary>Points of the unit cube by number: the searches without a model.</summary>
public interface ICandidateSequence
{
    /// <summary>Dimensions of the cube.</summary>
    int Dimensions { get; }

    /// <summary>A point, [dimensions] in [0, 1).</summary>
    /// <param name="index">Number of the point, from 0.</param>
    double[] Point(long index);
}
