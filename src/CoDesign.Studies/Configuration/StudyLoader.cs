using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Configuration;
using CoDesign.Simulation.Events;
using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Configuration;

/// <summary>Reads a study and its geometry from files.</summary>
public static class StudyLoader
{
    private const string GeometryPrefix = "geometry.";

    /// <summary>Reads and checks a study with everything it refers to.</summary>
    /// <param name="file">The study file.</param>
    /// <param name="overrides">"key.path=value"; a path that begins with "geometry." goes to the geometry file.</param>
    /// <param name="quick">Whether the quick form is wanted.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static Study Load(string file, IReadOnlyList<string> overrides, bool quick)
    {
        string[] forGeometry = [.. overrides.Where(o => o.StartsWith(GeometryPrefix, StringComparison.Ordinal))];
        var problems = new List<Problem>();
        string text = ReadText(file, "study");
        if (IsGeometry(text))
        {
            throw new StudyException([new Problem(file, 0, "",
                "this is a geometry, not a study; a study names it at the key geometry")]);
        }

        string[] forStudy = [.. overrides.Except(forGeometry)];
        ConfigNode? root = ConfigDocument.Read(
            file, text, StudySchema.Root, quick ? QuickOverrides.WithJudge(forStudy) : forStudy, problems);
        if (root is not { IsValid: true } || root.Find("geometry") is not { IsValid: true } geometryNode)
        {
            throw new StudyException(problems);
        }

        var reader = new StudyGeometryReader(root, problems);
        SamplingCalorimeterGeometry? geometry = reader.Read(
            file, geometryNode, [.. forGeometry.Select(o => o[GeometryPrefix.Length..])]);
        EventSource? events = Events(root.Find("events"), problems);
        if (geometry is null || events is null || problems.Count > 0)
        {
            throw new StudyException(problems);
        }

        CheckEventCounts(root, problems);
        CheckName(root.Get("name"), problems);
        geometry = reader.Freeze(geometry);
        IReadOnlyList<StudyConstraint> constraints = new ConstraintReader(geometry, problems).Read(
            root.Get("constraints"));
        if (problems.Count > 0)
        {
            throw new StudyException(problems);
        }

        ConfigNode optimizer = root.Get("optimizer"), quickNode = root.Get("quick");
        ConfigNode evaluation = (quick ? quickNode : root).Get("evaluation");
        return new Study
        {
            Name = root.Get("name").Text,
            Description = root.Get("description").Text,
            Seed = (ulong)root.Get("seed").WholeNumber,
            Threads = root.Get("threads").WholeNumber,
            Quick = quick,
            Geometry = geometry,
            Events = events,
            Network = Network(root.Get("reconstruction")),
            Objective = new Objective([.. root.Get("objective").Items.Select(Term)]),
            Constraints = constraints,
            Optimizer = new OptimizerSettings
            {
                Steps = (quick ? quickNode : optimizer).Get("steps").WholeNumber,
                Batch = (quick ? quickNode : optimizer).Get("batch").WholeNumber,
                Replicas = (quick ? quickNode : optimizer).Get("replicas").WholeNumber,
                LearningRate = optimizer.Get("learning_rate").Number,
                Penalty = optimizer.Get("penalty").Number,
                StartSpread = optimizer.Get("start_spread").Number,
            },
            EventsPerDesign = quick
                ? quickNode.Get("events_per_design").WholeNumber
                : root.Get("searches").Get("events_per_design").WholeNumber,
            Evaluation = new EvaluationSettings(
                evaluation.Get("seeds").WholeNumber,
                evaluation.Get("training_events").WholeNumber,
                evaluation.Get("test_events").WholeNumber),
            Judge = root.Find("judge") is not { } judge ? null : new JudgeSettings(
                (quick ? quickNode.Get("judge_events") : judge.Get("events")).WholeNumber),
            Configuration = root,
        };
    }

    /// <summary>Reads a run's resolved study with its resolved geometry.</summary>
    /// <param name="studyFile">study.resolved.yaml.</param>
    /// <param name="geometryFile">geometry.resolved.yaml, which holds the study's changes already.</param>
    /// <param name="quick">Whether the run is a quick one.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static Study LoadResolved(string studyFile, string geometryFile, bool quick) =>
        Load(studyFile, [$"geometry={Path.GetFileName(geometryFile)}"], quick);

    /// <summary>Whether a file is a geometry: it says its kind, a study has none.</summary>
    /// <param name="text">Text of the file.</param>
    public static bool IsGeometry(string text) =>
        text.Split('\n').Any(line => line.StartsWith("kind:", StringComparison.Ordinal));

    /// <summary>Text of a user's file.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="StudyException">It cannot be read.</exception>
    public static string ReadText(string file, string what)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string reason = Directory.Exists(file) ? "it is a folder"
                : e is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file" : e.Message;
            throw new StudyException([new Problem(file, 0, "", $"the {what} cannot be read: {reason}")]);
        }
    }

    private static EventSource? Events(ConfigNode? node, List<Problem> problems)
    {
        // What the schema refused has its problem already.
        if (node is not { IsValid: true } || node.Find("energy") is not { IsValid: true } energy
            || energy.Entries.Any(e => !Whole(e.Value)))
        {
            return null;
        }

        List<KeyValuePair<string, ConfigNode>> given = [.. energy.Entries];
        if (given.Count != 1)
        {
            problems.Add(
                energy.Problem($"given {given.Count} forms, must be one of fixed, list, uniform, log_uniform"));
            return null;
        }

        (string form, ConfigNode value) = given[0];
        double[] energies = form == "fixed" ? [value.Number] : [.. value.Items.Select(i => i.Number)];
        if (form is "uniform" or "log_uniform" && energies.Length != 2)
        {
            return null; // a problem by the schema
        }

        if (form is "uniform" or "log_uniform" && !(energies[0] < energies[1]))
        {
            problems.Add(value.Problem("the first energy must be below the second"));
            return null;
        }

        return node.Entries.Any(e => !e.Value.IsValid) ? null : new EventSource
        {
            Particle = node.Get("particle").Text == "gamma" ? ParticleKind.Gamma : ParticleKind.Electron,
            Energy = form switch
            {
                "uniform" => EnergySpectrum.Uniform(energies[0], energies[1]),
                "log_uniform" => EnergySpectrum.LogUniform(energies[0], energies[1]),
                _ => EnergySpectrum.List(energies),
            },
            ImpactHalfWidth = node.Get("impact").Text == "cell" ? 0.5 : 0,
            MaximumAngle = node.Get("maximum_angle").Number,
        };
    }

    private static bool Whole(ConfigNode node) => node.IsValid && (!node.IsList || node.Items.All(Whole));

    // The name becomes a folder.
    private static void CheckName(ConfigNode name, List<Problem> problems)
    {
        if (!name.Text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ') || name.Text.StartsWith('.'))
        {
            problems.Add(name.Problem(
                $"given {name.Text}, must be letters, digits, '-', '_', '.' or spaces: results go to a folder of this name"));
        }
    }

    // Halves of a batch are calibrated with each other, and events pass in pairs.
    private static void CheckEventCounts(ConfigNode root, List<Problem> problems)
    {
        ConfigNode quick = root.Get("quick");
        ConfigNode[] counts =
        [
            root.Get("optimizer").Get("batch"), root.Get("searches").Get("events_per_design"),
            root.Get("evaluation").Get("training_events"), root.Get("evaluation").Get("test_events"),
            quick.Get("batch"), quick.Get("events_per_design"),
            quick.Get("evaluation").Get("training_events"), quick.Get("evaluation").Get("test_events"),
        ];
        CheckMultiples(counts, 4, problems);
        // The error of a judged number comes from groups of showers, in each of which they pass in pairs.
        ConfigNode?[] judged = [root.Find("judge")?.Get("events"), quick.Get("judge_events")];
        CheckMultiples(judged.OfType<ConfigNode>(), JudgeSettings.EventStep, problems);
    }

    private static void CheckMultiples(IEnumerable<ConfigNode> counts, int step, List<Problem> problems)
    {
        foreach (ConfigNode count in counts.Where(c => c.WholeNumber % step != 0))
        {
            int below = count.WholeNumber / step * step;
            problems.Add(count.Problem(
                $"given {count.WholeNumber}, must be a multiple of {step}, such as {below} or {below + step}"));
        }
    }

    private static NetworkSettings? Network(ConfigNode node) => node.Variant != "network" ? null : new NetworkSettings
    {
        Width = node.Get("width").WholeNumber,
        Layers = node.Get("layers").WholeNumber,
        LearningRate = node.Get("learning_rate").Number,
        Batch = node.Get("batch").WholeNumber,
        Epochs = node.Get("epochs").WholeNumber,
        StepsPerDesignStep = node.Get("steps_per_design_step").WholeNumber,
    };

    private static ObjectiveTerm Term(ConfigNode node)
    {
        Metric metric = node.Variant switch
        {
            "energy_resolution" => new EnergyResolution(),
            "position_resolution" => new PositionResolution(),
            _ => new MassResolution { Mass = node.Get("mass").Number, Distance = node.Get("distance").Number },
        };
        return new ObjectiveTerm(metric, node.Get("requirement").Number, node.Get("weight").Number);
    }
}
