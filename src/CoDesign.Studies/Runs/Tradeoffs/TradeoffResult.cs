using CoDesign.Studies.Configuration;
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
    IReadOnlyList<FrontDesign> Found)
{
    /// <summary>The same with the study's optimum at its own limit, which it may have become after this front.</summary>
    public TradeoffResult With(EvaluatedDesign optimum, RunContext context)
    {
        StudyConstraint constraint = context.Study.Constraints[
            context.Study.Tradeoff?.Constraint ?? throw new InvalidOperationException("the study has no trade-off")];
        return this with
        {
            Front = [.. Front.Select(d => d.Level != 1 || d.Theta == optimum.Theta ? d : d with
            {
                Theta = optimum.Theta,
                Quantity = context.Function.Quantity(constraint, optimum.Theta),
                Objectives = optimum.Objectives(),
            })],
        };
    }
}
