using CoDesign.Optimization.Searches;
using CoDesign.Simulation.Random;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Runs;

/// <summary>A search without gradients that may simulate as many events as one gradient optimisation.</summary>
/// <remarks>A design that violates a constraint is moved onto it by the shortest way, as the gradient optimisation does
/// with its own; where that fails, another is drawn. Neither is simulated, which favours the search.</remarks>
internal sealed class EqualCostSearch(
    RunContext context, string name, ICandidateSequence sequence, EventStreams streams)
{
    // Draws before a search gives up on finding a feasible design.
    private const int MaximumDraws = 20_000;

    /// <summary>Runs it.</summary>
    /// <param name="events">Events that it may simulate.</param>
    public SearchResult Run(long events)
    {
        Study study = context.Study;
        int perDesign = study.EventsPerDesign;
        int designs = (int)Math.Max(1, events / perDesign);
        List<Candidate> candidates = [];
        long draw = 0;
        for (int i = 0; i < designs; i++)
        {
            long from = draw;
            int number = i;
            Candidate candidate = context.Once(
                $"search/{name}/{i}", $"{name} search, design {i + 1} of {designs}", perDesign, study.Method.CostOfTest(0.5),
                () => Next(from, number), c => $"objective {c.Objective:0.####}");
            draw = candidate.NextDraw;
            if (candidate.Theta.Length == 0)
            {
                break;
            }

            candidates.Add(candidate);
        }

        return new SearchResult(name, (long)candidates.Count * perDesign, perDesign, draw, candidates);
    }

    private Candidate Next(long draw, int number)
    {
        Study study = context.Study;
        for (; draw < MaximumDraws; draw++)
        {
            context.StopIfAsked();
            if (context.Function.Feasible(study.Geometry.Space.ThetaFromUnitCube(sequence.Point(draw))) is not { } theta)
            {
                continue;
            }

            MeasuredObjective? measured =
                DesignTest.Measure(context, theta, streams.Child((ulong)number), study.EventsPerDesign);
            return new Candidate(
                theta, measured?.Value ?? double.PositiveInfinity, measured?.Error ?? double.NaN, draw + 1);
        }

        return new Candidate([], double.NaN, double.NaN, draw);
    }

    /// <summary>A simulated design; no values when none was found.</summary>
    internal sealed record Candidate(double[] Theta, double Objective, double Error, long NextDraw);

    /// <summary>All designs of a search.</summary>
    internal sealed record SearchResult(
        string Name, long Events, int EventsPerDesign, long Draws, IReadOnlyList<Candidate> Candidates)
    {
        /// <summary>The best design, or null when none was feasible and could be measured.</summary>
        public Candidate? Best => Candidates.Where(c => double.IsFinite(c.Objective)).MinBy(c => c.Objective);
    }
}
