using CoDesign.Optimization.Problems;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Tests.Searches;

/// <summary>Runs a search on a test problem.</summary>
internal static class SearchRun
{
    public static List<Observation> Run(
        ISearch search, TestProblem problem, int evaluations, ulong seed = 1, int batch = 1)
    {
        List<Observation> finished = [];
        while (finished.Count < evaluations)
        {
            IReadOnlyList<double[]> points = search.Suggest(finished, [], Math.Min(batch, evaluations - finished.Count));
            if (points.Count == 0)
            {
                break;
            }

            finished.AddRange(points.Select((p, i) => problem.Evaluate(p, seed, (ulong)(finished.Count + i))));
        }

        return finished;
    }

    public static List<Observation> Run(SearchMethod method, string name, int evaluations, ulong seed = 1, int batch = 1)
    {
        TestProblem problem = TestProblems.Find(name) ?? throw new ArgumentException(name);
        return Run(SearchFactory.Create(method, problem.Problem(evaluations, seed)), problem, evaluations, seed, batch);
    }
}
