using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Physics;
using CoDesign.Simulation;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Showers;

/// <summary>Checks what a user asks to simulate, before anything is computed.</summary>
public sealed class ShowerRequestReader
{
    private const int MostEvents = 1_000_000_000;
    private const int MostThreads = 1024;

    private readonly ShowerArguments _arguments;
    private readonly List<Problem> _problems = [];

    private ShowerRequestReader(ShowerArguments arguments) => _arguments = arguments;

    /// <summary>Reads a request.</summary>
    /// <param name="arguments">As given.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static ShowerRequest Read(ShowerArguments arguments) => new ShowerRequestReader(arguments).Read();

    private ShowerRequest Read()
    {
        ShowerModel model = Word("--model", _arguments.Model, ShowerWords.Models);
        ParticleKind particle = Word("--particle", _arguments.Particle, ShowerWords.Particles);
        double energy = Energy(model, particle);
        Within("--events", _arguments.Events, 1, MostEvents);
        Within("--seed", _arguments.Seed, 0, long.MaxValue);
        Within("--threads", _arguments.Threads, 1, MostThreads);
        CheckOutput();
        SamplingCalorimeterGeometry? geometry = Geometry(model);
        ScoringOptions scoring = new ShowerScoringReader(_arguments, _problems).Read(model, geometry);
        if (geometry is null || _problems.Count > 0)
        {
            throw new StudyException(_problems);
        }

        return new ShowerRequest
        {
            Geometry = geometry,
            Model = model,
            Particle = particle,
            Energy = energy,
            Events = (int)_arguments.Events,
            Seed = (ulong)_arguments.Seed,
            Threads = (int)_arguments.Threads,
            Scoring = scoring,
            Output = _arguments.Output,
            CommandLine = _arguments.CommandLine,
            Started = _arguments.Started,
        };
    }

    private void Add(string option, string message) => _problems.Add(new Problem(option, 0, "", message));

    private T Word<T>(string option, string given, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(given, out T value))
        {
            return value;
        }

        Add(option, $"given {given}, must be {string.Join(" or ", words.Keys)}{NearMiss.Suffix(given, words.Keys)}");
        return default;
    }

    private void Within(string option, long given, long low, long high)
    {
        if (given < low || given > high)
        {
            Add(option, high == long.MaxValue
                ? $"given {given}, must not be negative" : $"given {given}, must be in [{low}, {high}]");
        }
    }

    private double Energy(ShowerModel model, ParticleKind particle)
    {
        double energy = ShowerWords.Read(
            _problems, "--energy", _arguments.Energy, Dimension.OfEnergy, "an energy, such as \"10 GeV\"");
        ShowerValidity validity =
            model == ShowerModel.MonteCarlo ? ShowerValidity.MonteCarlo : ShowerValidity.Parametric;
        if (double.IsFinite(energy) && validity.EnergyFault(particle, energy) is { } fault)
        {
            Add("--energy", $"given {_arguments.Energy}, {fault}");
        }

        return energy;
    }

    // Found out before the events are simulated that nothing could hold.
    private void CheckOutput()
    {
        if (_arguments.Output is { } path && ShowerOutput.Obstacle(path) is { } obstacle)
        {
            Add("--out", obstacle);
        }
    }

    private SamplingCalorimeterGeometry? Geometry(ShowerModel model)
    {
        SamplingCalorimeterGeometry geometry;
        try
        {
            string text = StudyLoader.ReadText(_arguments.Geometry, "geometry");
            geometry = CalorimeterGeometryLoader.Load(_arguments.Geometry, text, _arguments.Overrides);
        }
        catch (StudyException e)
        {
            _problems.AddRange(e.Problems);
            return null;
        }

        if (model == ShowerModel.Parametric && !geometry.IsSampling)
        {
            Add("--model", "given parametric, must be monte-carlo: a section has no absorber, and the parametric model "
                + "is one of sampling calorimeters");
        }

        return geometry;
    }
}
