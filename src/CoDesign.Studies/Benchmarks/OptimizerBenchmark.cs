using CoDesign.Detectors.Configuration;
using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;

namespace CoDesign.Studies.Benchmarks;

/// <summary>A measurement of a search on a test problem, checked.</summary>
/// <param name="Problem">Problem.</param>
/// <param name="Method">Method.</param>
/// <param name="Budgets">Numbers of evaluations that are reported, the last the most.</param>
/// <param name="Seeds">Seeds of the runs.</param>
/// <param name="Threads">Runs at a time.</param>
public sealed record OptimizerBenchmark(
    TestProblem Problem, SearchMethod Method, IReadOnlyList<int> Budgets, IReadOnlyList<ulong> Seeds, int Threads)
{
    private const int MostEvaluations = 100_000, MostSeeds = 10_000, MostThreads = 1024;

    /// <summary>Reads what a user asks for.</summary>
    /// <param name="arguments">As given.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static OptimizerBenchmark Read(OptimizerBenchmarkArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        List<Problem> problems = [];
        TestProblem? problem = Find(arguments.Problem, problems);
        SearchMethod? method = SearchMethodName.Read(arguments.Method, problems);
        Within("--evaluations", arguments.Evaluations, 1, MostEvaluations, problems);
        Within("--seeds", arguments.Seeds, 1, MostSeeds, problems);
        Within("--seed", arguments.FirstSeed, 0, long.MaxValue - MostSeeds, problems);
        Within("--threads", arguments.Threads, 1, MostThreads, problems);
        if (problem is { ObjectiveCount: > 1 } && method == SearchMethod.CmaEs)
        {
            problems.Add(new Problem("--method", 0, "", $"cma-es has one objective, {problem.Name} has {problem.ObjectiveCount}"));
        }

        return problems.Count == 0 && problem is not null && method is { } m
            ? new OptimizerBenchmark(
                problem, m, Earlier((int)arguments.Evaluations),
                [.. Enumerable.Range(0, (int)arguments.Seeds).Select(s => (ulong)(arguments.FirstSeed + s))],
                (int)arguments.Threads)
            : throw new StudyException(problems);
    }

    /// <summary>A test problem by its name.</summary>
    /// <param name="name">As given.</param>
    /// <exception cref="StudyException">There is none of this name.</exception>
    public static TestProblem Find(string name)
    {
        List<Problem> problems = [];
        return Find(name, problems) ?? throw new StudyException(problems);
    }

    /// <summary>Runs the search for every seed.</summary>
    /// <param name="progress">Told how many of all runs are done.</param>
    /// <param name="cancellation">Stops the runs.</param>
    /// <returns>The runs, in the order of the seeds.</returns>
    public IReadOnlyList<SearchMeasurement> Run(Action<int, int> progress, CancellationToken cancellation)
    {
        var runs = new SearchMeasurement[Seeds.Count];
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, options, i =>
        {
            runs[i] = SearchMeasurement.Run(Problem, Method, Budgets, Seeds[i], TimeProvider.System, cancellation);
            progress(Interlocked.Increment(ref done), runs.Length);
        });
        return runs;
    }

    // A quarter, a half, three quarters and all.
    private static int[] Earlier(int evaluations) =>
        [.. new[] { evaluations / 4, evaluations / 2, 3 * evaluations / 4, evaluations }.Where(n => n > 0).Distinct()];

    private static TestProblem? Find(string name, List<Problem> problems)
    {
        TestProblem? found = TestProblems.Find(name);
        if (found is null)
        {
            string[] names = [.. TestProblems.All.Select(p => p.Name), .. TestProblems.Families];
            problems.Add(new Problem("--problem", 0, "", $"given {name}, must be one of those that '--problem list' shows"
                + NearMiss.Suffix(name, names)));
        }

        return found;
    }

    private static void Within(string option, long given, long least, long most, List<Problem> problems)
    {
        if (given < least || given > most)
        {
            problems.Add(new Problem(option, 0, "", $"given {given}, must be in [{least}, {most}]"));
        }
    }
}
