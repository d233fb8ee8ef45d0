using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;

namespace CoDesign.Studies.Showers.Comparison;

/// <summary>A comparison of the parametric model with the Monte Carlo, checked.</summary>
/// <param name="Designs">The designs, the baseline first; values in the order of the parameters.</param>
/// <param name="Parameters">The parameters that differ between designs.</param>
/// <param name="Showers">What is simulated at the baseline: for each energy the Monte Carlo's request.</param>
public sealed record ComparisonRequest(
    IReadOnlyList<IReadOnlyList<double>> Designs, IReadOnlyList<DesignParameter> Parameters,
    IReadOnlyList<ShowerRequest> Showers)
{
    /// <summary>Events of the parametric model for each design and energy: its share of the error is then
    /// small.</summary>
    public const int ParametricEvents = 8192;

    private const int MostDesigns = 10_000;

    /// <summary>Reads a request.</summary>
    /// <param name="arguments">As given.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static ComparisonRequest Read(ComparisonArguments arguments)
    {
        var problems = new List<Problem>();
        if (arguments.Designs is < 1 or > MostDesigns)
        {
            problems.Add(new Problem("--designs", 0, "", $"given {arguments.Designs}, must be in [1, {MostDesigns}]"));
        }

        if (arguments.Events < 2)
        {
            problems.Add(new Problem("--events", 0, "", $"given {arguments.Events}, must be 2 or more"));
        }

        List<ShowerRequest> showers = [];
        foreach (string energy in arguments.Energies.Split(',', StringSplitOptions.TrimEntries))
        {
            // The parametric model has the narrower range; what it takes the other does.
            if (Shower(arguments, energy, ShowerModel.Parametric, problems) is not null
                && Shower(arguments, energy, ShowerModel.MonteCarlo, problems) is { } request)
            {
                showers.Add(request);
            }
        }

        return problems.Count == 0
            ? Drawn(arguments, showers) : throw new StudyException([.. problems.Distinct()]);
    }

    /// <summary>The showers of a design.</summary>
    /// <param name="shower">One of <see cref="Showers"/>.</param>
    /// <param name="design">Number of the design.</param>
    /// <param name="model">What simulates.</param>
    public ShowerRequest At(ShowerRequest shower, int design, ShowerModel model) => shower with
    {
        Model = model,
        Events = model == ShowerModel.Parametric ? ParametricEvents : shower.Events,
        Geometry = shower.Geometry with
        {
            Space = shower.Geometry.Space.WithOverrides(
                [.. Parameters.Zip(Designs[design], (p, value) => p with { Baseline = value })]),
        },
    };

    private static ComparisonRequest Drawn(ComparisonArguments arguments, List<ShowerRequest> showers)
    {
        DesignParameter[] free =
            [.. showers[0].Geometry.Space.Parameters.Where(p => p.Stage == ParameterStage.Geometry)];
        return new ComparisonRequest(
            ComparisonDesigns.Draw(free, (int)arguments.Designs, (ulong)arguments.Seed), free, showers);
    }

    private static ShowerRequest? Shower(
        ComparisonArguments arguments, string energy, ShowerModel model, List<Problem> problems)
    {
        try
        {
            return ShowerRequestReader.Read(new ShowerArguments
            {
                Geometry = arguments.Geometry,
                Overrides = arguments.Overrides,
                Model = ShowerWords.Of(model),
                Particle = arguments.Particle,
                Energy = energy,
                Events = arguments.Events,
                Seed = arguments.Seed,
                Threads = arguments.Threads,
            });
        }
        catch (StudyException e)
        {
            problems.AddRange(e.Problems.Select(p => p.File == "--energy" ? p with { File = "--energies" }
                : p.File == "--model" ? p with { File = arguments.Geometry } : p));
            return null;
        }
    }
}
