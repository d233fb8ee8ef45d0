namespace CoDesign.Studies.Runs;

/// <summary>A design that another part of a run found.</summary>
/// <param name="Name">Name in the journal, unique in the run.</param>
/// <param name="FoundBy">What found it, in words.</param>
/// <param name="Theta">Values, [parameters] internal units.</param>
/// <param name="Objectives">Objective on the events that it shares with the optimum: per seed of the evaluation, or one
/// value on the validation events; empty when it cannot be measured.</param>
internal sealed record Rival(string Name, string FoundBy, double[] Theta, double[] Objectives);
