namespace CoDesign.Studies.Runs;

/// <summary>What an optimisation of a run is for.</summary>
internal enum ReplicaRole
{
    /// <summary>One of several that tell how sure the optimum is: the first starts at the given values, the others around
    /// them.</summary>
    Independent,

    /// <summary>It refines the best design that was found by anything, with half the steps.</summary>
    Last,
}
