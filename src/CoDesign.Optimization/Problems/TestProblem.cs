using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;
using CoDesign.Optimization.Trials;

namespace CoDesign.Optimization.Problems;

/// <summary>A function with a known optimum, to measure searches with.</summary>
public sealed record TestProblem
{
    /// <summary>Name, as <see cref="TestProblems.Find"/> takes it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and where it is from, one line.</summary>
    public required string Summary { get; init; }

    /// <summary>The variables.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>The true objectives, to be minimised: [variables] to [objectives].</summary>
    public required Func<double[], double[]> Objectives { get; init; }

    /// <summary>The true constraint functions, feasible at 0 or below: [variables] to [constraints]; null for none.</summary>
    public Func<double[], double[]>? Constraints { get; init; }

    /// <summary>Gradient of the one objective by the variables, told with every observation; null to tell none.</summary>
    public Func<double[], double[]>? Gradient { get; init; }

    /// <summary>Standard deviation of the Gaussian noise of every objective, told with an observation; 0 for none.</summary>
    public double NoiseDeviation { get; init; }

    /// <summary>One observation by simulation, point and stream of random numbers to (value, standard error), in place of
    /// the true objective and the noise; null for none.</summary>
    public Func<double[], ulong, (double Value, double Error)>? Simulation { get; init; }

    /// <summary>Number of objectives.</summary>
    public int ObjectiveCount { get; init; } = 1;

    /// <summary>Number of constraints.</summary>
    public int ConstraintCount { get; init; }

    /// <summary>Worst values of interest, for hypervolumes, [objectives]; null for one objective.</summary>
    public double[]? ReferencePoint { get; init; }

    /// <summary>The least value for one objective, the largest hypervolume for several.</summary>
    public required double Optimum { get; init; }

    /// <summary>Points where the least value is taken, as far as they are known.</summary>
    public IReadOnlyList<double[]> Minimisers { get; init; } = [];

    /// <summary>What a search is told of the problem.</summary>
    /// <param name="evaluations">Planned evaluations.</param>
    /// <param name="seed">Seed of the search.</param>
    public SearchProblem Problem(int evaluations, ulong seed) => new()
    {
        Space = Space,
        Objectives = ObjectiveCount,
        Constraints = ConstraintCount,
        ReferencePoint = ReferencePoint,
        Evaluations = evaluations,
        Seed = seed,
    };

    /// <summary>Evaluates a point as a search would see it.</summary>
    /// <param name="point">An allowed point, [variables].</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <param name="stream">Stream of the noise: the number of the evaluation.</param>
    public Observation Evaluate(double[] point, ulong seed, ulong stream)
    {
        ArgumentNullException.ThrowIfNull(point);
        double[] values, errors;
        if (Simulation is { } simulation)
        {
            (double value, double error) = simulation(point, SplitMix.At(SplitMix.At(seed, 1), stream));
            (values, errors) = ([value], [error]);
        }
        else
        {
            values = Objectives(point);
            errors = [.. values.Select(_ => NoiseDeviation)];
            var noise = new CountedRandom(seed, stream);
            for (int i = 0; i < values.Length && NoiseDeviation > 0; i++)
            {
                values[i] += NoiseDeviation * noise.Normal();
            }
        }

        return new Observation
        {
            Point = point,
            Objectives = values,
            Errors = errors,
            Constraints = Constraints?.Invoke(point) ?? [],
            Gradients = Gradient is null ? null : [Gradient(point)],
        };
    }

    /// <summary>Whether a point satisfies every constraint.</summary>
    /// <param name="point">An allowed point, [variables].</param>
    public bool IsFeasible(double[] point) => Constraints is null || Constraints(point).All(c => c <= 0);
}
