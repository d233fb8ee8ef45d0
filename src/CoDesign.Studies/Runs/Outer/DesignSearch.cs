using CoDesign.Optimization;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs.Outer;

/// <summary>A search over all parameters at once without any gradient: what the field uses today, to compare
/// with.</summary>
/// <remarks>It begins with the baseline, as the optimisations with gradients do. Designs that violate a constraint are not simulated and cost nothing; the search is told by how much they
/// violate it, which favours it.</remarks>
/// <param name="context">The run.</param>
/// <param name="name">Name in the journal.</param>
/// <param name="streams">Random streams of its events.</param>
/// <param name="quantity">The place of a constraint whose quantity is a second objective; null for one
/// objective.</param>
internal sealed class DesignSearch(RunContext context, string name, EventStreams streams, int? quantity = null)
{
    // Suggestions for each design that may be simulated; what violates the constraints uses them up.
    private const int SuggestionsPerDesign = 5;
    private const int EventStep = 4;
    private const int FewestEvents = 256;

    private readonly Study _study = context.Study;
    private readonly DesignFunction _constrained = new(
        context.Pipeline, [.. context.Study.Constraints.Where((_, i) => i != quantity)]);
    private readonly bool _equality = context.Study.Constraints
        .Where((_, i) => i != quantity).Any(c => c.Kind == ConstraintKind.Equality);
    private readonly StructureSpace _space = StructureSpace.All(context.Study.Geometry.Space);

    /// <summary>Runs it.</summary>
    /// <param name="events">Events that it may simulate.</param>
    /// <param name="designs">Designs among which it divides them.</param>
    /// <param name="reference">Worst values of interest of two objectives; null for one.</param>
    public DesignSearchResult Run(long events, int designs, double[]? reference = null)
    {
        designs = (int)Math.Clamp(events / FewestEvents, 1, designs);
        int perDesign = (int)Math.Max(FewestEvents, events / designs / EventStep * EventStep);
        ISearch search = SearchFactory.Create(SearchMethod.Bayesian, new SearchProblem
        {
            Space = _space.Space,
            Objectives = quantity is null ? 1 : 2,
            Constraints = Constrained().Count(),
            ReferencePoint = reference,
            Evaluations = designs,
            Seed = _study.Seed + 5,
        });
        List<Observation> observed = [];
        List<Candidate> measured = [];
        while (measured.Count < designs && observed.Count < SuggestionsPerDesign * designs)
        {
            int number = observed.Count;
            Candidate? candidate = context.Once(
                $"search/{name}/{number}", $"{name.Replace('_', ' ')} search, design {measured.Count + 1} of {designs}",
                0, 0, () => Next(search, observed, number, perDesign), c => c.Text());
            if (candidate.Theta.Length == 0)
            {
                break;
            }

            observed.Add(candidate.Observed);
            if (candidate.IsSimulated)
            {
                context.Count(perDesign, _study.Method.CostOfTest(0.5));
                measured.Add(candidate);
            }
        }

        return new DesignSearchResult(
            (long)measured.Count * perDesign, perDesign, observed.Count, measured,
            quantity is null ? search.Recommend(observed) : -1, observed);
    }

    private Candidate Next(ISearch search, IReadOnlyList<Observation> observed, int number, int events)
    {
        double[][] suggested =
            number == 0 ? [[.. _study.Geometry.Space.BaselineValues]] : [.. search.Suggest(observed, [], 1)];
        if (suggested is not [var theta, ..])
        {
            return new Candidate([], new Observation { Point = [] }, false);
        }

        // No suggested design meets an equality: with one, it is moved onto the constraints by the shortest way.
        theta = _equality ? _constrained.Feasible(theta) ?? theta : theta;
        double[] constraints = Constraints(theta);
        if (NotFinite(theta) is { } unknown)
        {
            return new Candidate(theta, new Observation { Point = theta, Failure = $"the constraint {unknown} has no value" }, false);
        }

        if (constraints.Any(c => c > 0))
        {
            return new Candidate(theta, new Observation { Point = theta, Constraints = constraints }, false);
        }

        MeasuredObjective? measured = DesignTest.Measure(context, theta, streams.Child((ulong)number), events);
        return new Candidate(theta, Observed(theta, constraints, measured), true);
    }

    private Observation Observed(double[] theta, double[] constraints, MeasuredObjective? measured) =>
        measured is null ? new Observation { Point = theta, Failure = "no event can be measured" }
        : quantity is not { } q
            ? new Observation
            {
                Point = theta,
                Objectives = [measured.Value],
                Errors = [measured.Error],
                Constraints = constraints,
            }
            : new Observation
            {
                Point = theta,
                Objectives = [measured.Value, context.Function.Quantity(_study.Constraints[q], theta)],
                Errors = [measured.Error, 0],
                Constraints = constraints,
            };

    private string? NotFinite(double[] theta) => _study.Constraints
        .FirstOrDefault(c => !double.IsFinite(context.Function.Quantity(c, theta)))?.Name;

    private IEnumerable<int> Constrained() =>
        Enumerable.Range(0, _study.Constraints.Count).Where(c => c != quantity);

    // Rounding at a limit is no violation.
    private double[] Constraints(double[] theta) => [.. Constrained().Select(c =>
    {
        StudyConstraint constraint = _study.Constraints[c];
        double excess = constraint.Excess(context.Function.Quantity(constraint, theta));
        return constraint.IsSatisfied(excess) ? Math.Min(excess, 0)
            : constraint.Kind == ConstraintKind.Equality ? Math.Abs(excess) : excess;
    })];

    /// <summary>A suggested design; no values when none was left to suggest.</summary>
    /// <param name="Theta">Values, internal units.</param>
    /// <param name="Observed">What the search is told.</param>
    /// <param name="IsSimulated">Whether it was simulated.</param>
    internal sealed record Candidate(double[] Theta, Observation Observed, bool IsSimulated)
    {
        /// <summary>What the user is shown.</summary>
        public string Text() => Observed.Objectives.Length > 0 ? $"objective {Observed.Objectives[0]:0.####}" : "";
    }
}
