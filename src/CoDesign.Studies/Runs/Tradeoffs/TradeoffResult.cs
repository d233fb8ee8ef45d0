using CoDesign.Studies.Runs.Outer;

namespace CoDesign.Studies.Runs.Tradeoffs;

/// <summary>The front of the objective against a limited quantity.</summary>
/// <param name="Front">Designs at the levels, in their falling order.</param>
/// <param name="Events">Events that the descents spent.</param>
/// <param name="Reference">Worst values of interest: objective, and quantity [internal units].</param>
/// <param name="Search">The search of the front without gradients at equal cost.</param>
/// <param name="Found">Its front, measured again on the events of the others.</param>
internal sealed record TradeoffResult(
    IReadOnlyList<FrontDesign> Front, long Events, double[] Reference, DesignSearchResult Search,
    IReadOnlyList<FrontDesign> Found);
