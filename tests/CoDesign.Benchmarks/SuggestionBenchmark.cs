using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Benchmarks;

/// <summary>Time of a suggestion of the Bayesian searches, against finished trials, and memory.</summary>
internal static class SuggestionBenchmark
{
    public static int Run(string[] args)
    {
        int[] counts = args.Length > 0 ? [.. args.Select(int.Parse)] : [50, 200, 1000];
        foreach (string name in new[] { "hartmann6", "dtlz2-m2-d6" })
        {
            TestProblem problem = TestProblems.Find(name) ?? throw new InvalidOperationException(name);
            SearchProblem asked = problem.Problem(2 * counts.Max(), 1);
            ISearch search = SearchFactory.Create(SearchMethod.Bayesian, asked);
            var sequence = new SobolSequence(asked.Space.Dimensions, 4);
            List<Observation> trials = [];
            foreach (int count in counts)
            {
                while (trials.Count < count)
                {
                    trials.Add(problem.Evaluate(
                        asked.Space.Sample(sequence.Point(trials.Count)), 1, (ulong)trials.Count));
                }

                Timing time = Timing.Measure(() => search.Suggest(trials, [], 1), 1, count > 500 ? 3 : 7);
                Console.WriteLine($"{name}, {count} trials: {time}, memory {Environment.WorkingSet / 1e6:0} MB");
            }
        }

        return 0;
    }
}
