namespace CoDesign.Studies.Runs.Tradeoffs;

/// <summary>A design of a front.</summary>
/// <param name="Level">Its limit as a share of the study's; not a number for one that a search found.</param>
/// <param name="Theta">Values, internal units.</param>
/// <param name="Quantity">The limited quantity, internal units.</param>
/// <param name="Kept">Whether it keeps its limit and the other constraints.</param>
/// <param name="Objectives">Objective per seed, on events that all designs share.</param>
internal sealed record FrontDesign(double Level, double[] Theta, double Quantity, bool Kept, double[] Objectives);
