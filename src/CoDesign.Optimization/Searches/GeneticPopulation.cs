using CoDesign.Optimization.Pareto;
using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Searches;

/// <summary>NSGA-II: survival by rank of the front and room around a point, constraints by domination.</summary>
/// <remarks>
/// Source: K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, IEEE Trans. Evol. Comput. 6 (2002) 182, with its simulated binary
/// crossover (probability 0.9) and polynomial mutation (1/variables), both of index 20. Whole numbers are rounded; a
/// choice is taken from either parent, and mutates to any other. The first generation is a Sobol sequence.
/// </remarks>
internal sealed class GeneticPopulation : IPopulation
{
    private const double CrossoverProbability = 0.9, Index = 20;
    private const int MostTries = 20;
    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly PaddedSequence _first;
    private readonly HashSet<double[]> _tried = new(new PointComparer());
    private List<Observation> _parents = [];
    private int[] _ranks = [];
    private double[] _room = [];
    private int _generation;

    public GeneticPopulation(SearchProblem problem)
    {
        (_space, _seed) = (problem.Space, problem.Seed);
        _first = new PaddedSequence(_space.Dimensions, problem.Seed);
        // Some ten generations in small budgets; 100 is the size of the paper.
        Size = Math.Clamp(problem.Evaluations / 20 * 2, 10, 100);
    }

    public int Size { get; }

    public double[] Candidate(int number)
    {
        if (_generation == 0)
        {
            return _space.Sample(_first.Point(number));
        }

        var random = new CountedRandom(SplitMix.At(_seed, (ulong)_generation), (ulong)number);
        double[] child = [];
        for (int t = 0; t < MostTries; t++)
        {
            child = Child(Tournament(random), Tournament(random), random);
            if (!_tried.Contains(child))
            {
                break;
            }
        }

        return child;
    }

    public void Advance(IReadOnlyList<int> numbers, IReadOnlyList<Observation> results, IEnumerable<Observation> told)
    {
        List<Observation> pool = [.. _parents, .. told];
        _tried.UnionWith(pool.Select(o => o.Point));
        int[] ranks = Dominance.Ranks(pool);
        double[] room = Crowding.Distances(pool, ranks);
        int[] kept = [.. Enumerable.Range(0, pool.Count)
            .OrderBy(i => ranks[i]).ThenByDescending(i => room[i]).ThenBy(i => i).Take(Size)];
        _parents = [.. kept.Select(i => pool[i])];
        (_ranks, _room) = ([.. kept.Select(i => ranks[i])], [.. kept.Select(i => room[i])]);
        _generation++;
    }

    private Observation Tournament(CountedRandom random)
    {
        int a = random.Below(_parents.Count), b = random.Below(_parents.Count);
        return _parents[_ranks[a] < _ranks[b] || (_ranks[a] == _ranks[b] && _room[a] >= _room[b]) ? a : b];
    }

    private double[] Child(Observation mother, Observation father, CountedRandom random)
    {
        double[] a = _space.ToUnit(mother.Point), b = _space.ToUnit(father.Point), child = [.. a];
        bool crossed = random.Uniform() < CrossoverProbability;
        for (int i = 0; i < child.Length; i++)
        {
            SearchVariable v = _space.Variables[i];
            if (crossed && random.Uniform() < 0.5)
            {
                child[i] = v.Kind == VariableKind.Choice ? b[i] : Cross(a[i], b[i], random);
            }

            if (random.Uniform() * child.Length < 1)
            {
                child[i] = v.Kind == VariableKind.Choice
                    ? OtherLevel(child[i], (int)v.Levels(), random) : Mutate(child[i], random);
            }
        }

        return _space.FromUnit(child);
    }

    private static double OtherLevel(double unit, int levels, CountedRandom random)
    {
        int level = (int)Math.Round(unit * (levels - 1)), other = random.Below(levels - 1);
        return (double)(other >= level ? other + 1 : other) / (levels - 1);
    }

    // One of the two children of simulated binary crossover.
    private static double Cross(double a, double b, CountedRandom random)
    {
        double u = random.Uniform();
        double spread = u <= 0.5 ? Math.Pow(2 * u, 1 / (Index + 1)) : Math.Pow(1 / (2 * (1 - u)), 1 / (Index + 1));
        double side = random.Uniform() < 0.5 ? -spread : spread;
        return Math.Clamp(((a + b) / 2) + (side * (b - a) / 2), 0, 1);
    }

    // Polynomial mutation that keeps to the bounds (the form of Deb's program).
    private static double Mutate(double x, CountedRandom random)
    {
        double u = random.Uniform();
        double below = Math.Pow((2 * u) + ((1 - (2 * u)) * Math.Pow(1 - x, Index + 1)), 1 / (Index + 1)) - 1;
        double above = 1 - Math.Pow((2 * (1 - u)) + (((2 * u) - 1) * Math.Pow(x, Index + 1)), 1 / (Index + 1));
        return Math.Clamp(x + (u < 0.5 ? below : above), 0, 1);
    }
}
