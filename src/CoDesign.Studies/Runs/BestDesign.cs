using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Runs;

/// <summary>The best design so far.</summary>
/// <param name="FoundBy">What found it, in words.</param>
/// <param name="Theta">Values, [parameters] internal units.</param>
/// <param name="Measured">Its objective on the validation events.</param>
/// <param name="Replica">Number of the optimisation whose network judges it, where one is trained.</param>
internal sealed record BestDesign(string FoundBy, double[] Theta, MeasuredObjective Measured, int Replica);
