using System.Buffers;
using System.Text;
using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Studies.Kinds;
using CoDesign.Tensors;

namespace CoDesign.Studies.Configuration;

/// <summary>Reads a study and its geometry from files.</summary>
public static class StudyLoader
{
    /// <summary>Reads and checks a study with everything it refers to.</summary>
    /// <param name="file">The study file.</param>
    /// <param name="overrides">"key.path=value"; a path that begins with "geometry.", and a bare name that is no key of
    /// a study, goes to the geometry file.</param>
    /// <param name="quick">Whether the quick form is wanted.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static Study Load(string file, IReadOnlyList<string> overrides, bool quick)
    {
        var given = new StudyOverrides(overrides);
        var problems = new List<Problem>();
        string text = ReadText(file, "study");
        if (IsGeometry(text))
        {
            throw new StudyException([new Problem(file, 0, "",
                "this is a geometry, not a study; a study names it at the key geometry")]);
        }

        StudyKind? known = KindOf(file, text, given);
        StudyKind kind = known ?? StudyKind.All[0];
        ConfigNode? root = ConfigDocument.Read(
            file, text, kind.Schema, quick ? QuickOverrides.WithJudge(given.ForStudy) : given.ForStudy, problems);
        if (root is not { IsValid: true } || root.Find("geometry") is not { IsValid: true } geometryNode)
        {
            throw new StudyException(problems);
        }

        if (known is null)
        {
            // Of what kind the study is, its geometry would say; until then there is no judging the rest of it.
            problems.Clear();
        }

        var reader = new StudyGeometryReader(root, problems);
        DetectorGeometry? geometry = reader.Read(file, geometryNode, given);
        if (known is null)
        {
            throw new StudyException(problems);
        }

        StudyMethod? method = kind.Read(root, geometry, problems);
        if (geometry is null || method is null)
        {
            throw new StudyException(problems);
        }

        CheckDevice(root.Get("device"), method, problems);
        CheckEventCounts(root, problems);
        CheckName(root.Get("name"), problems);
        geometry = reader.Freeze(geometry);
        IReadOnlyList<StudyConstraint> constraints = new ConstraintReader(geometry, problems).Read(
            root.Get("constraints"));
        var outerReader = new OuterReader(root, quick, problems);
        outerReader.CheckMethod(method);
        TradeoffSettings? tradeoff = outerReader.Tradeoff(constraints);
        IReadOnlyList<PublishedValue> published =
            PublishedReader.Read(root.Get("published"), method.CurveForms, problems);
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
            Device = Enum.Parse<ComputeDevice>(root.Get("device").Text, ignoreCase: true),
            Quick = quick,
            Geometry = geometry,
            Method = method,
            Constraints = [.. constraints, .. ImplicitConstraints.Of(geometry)],
            Published = published,
            Optimizer = new OptimizerSettings
            {
                Steps = (quick ? quickNode : optimizer).Get("steps").WholeNumber,
                Batch = (quick ? quickNode : optimizer).Get("batch").WholeNumber,
                Replicas = (quick ? quickNode : optimizer).Get("replicas").WholeNumber,
                LearningRate = optimizer.Get("learning_rate").Number,
                Penalty = optimizer.Get("penalty").Number,
                StartSpread = optimizer.Get("start_spread").Number,
            },
            Outer = outerReader.Outer(),
            Tradeoff = tradeoff,
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
            return Decoded(file, File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string reason = Directory.Exists(file) ? "it is a folder"
                : e is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file" : e.Message;
            throw new StudyException([new Problem(file, 0, "", $"the {what} cannot be read: {reason}")]);
        }
    }

    // A byte that is no text would become part of a name as a sign for what cannot be read.
    private static string Decoded(string file, byte[] bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF], rest = bytes;
        rest = rest.StartsWith(mark) ? rest[mark.Length..] : rest;
        int line = 1;
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf8(rest, out Rune rune, out int length) != OperationStatus.Done || rune.Value == 0)
            {
                string cause = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "the file is in UTF-16"
                    : $"byte 0x{rest[0]:X2}, number {bytes.Length - rest.Length + 1} of the file, is not UTF-8 text";
                throw new StudyException([new Problem(file, line, "", $"{cause}; save it as UTF-8")]);
            }

            line += rune.Value == '\n' ? 1 : 0;
            rest = rest[length..];
        }

        return Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(mark) ? bytes.AsSpan(mark.Length) : bytes);
    }

    // The kind of the geometry that a study names; null where that cannot be read or says no kind there is.
    private static StudyKind? KindOf(string file, string text, StudyOverrides given)
    {
        if (ConfigDocument.Scalar(text, "geometry", given.ForStudy) is { } name
            && Path.Combine(Path.GetDirectoryName(file) ?? "", name) is var geometry && File.Exists(geometry)
            && ConfigDocument.Scalar(ReadText(geometry, "geometry"), "kind", given.ForGeometry) is { } word)
        {
            return StudyKind.Find(word.Trim());
        }

        return null;
    }

    // The name becomes a folder.
    private static void CheckName(ConfigNode name, List<Problem> problems)
    {
        if (!name.Text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ') || name.Text.StartsWith('.'))
        {
            problems.Add(name.Problem(
                $"given {name.Text}, must be letters, digits, '-', '_', '.' or spaces: results go to a folder of this name"));
        }
    }

    // A GPU that was asked for is used, or the study is refused.
    private static void CheckDevice(ConfigNode device, StudyMethod method, List<Problem> problems)
    {
        if (device.Text != "cuda")
        {
            return;
        }

        if (!method.TrainsAlongside)
        {
            problems.Add(device.Problem("given cuda, but only networks run on a GPU, and this study has none; "
                + "leave the key away, or take 'reconstruction: {model: network}'"));
            return;
        }

        try
        {
            Libtorch.Device(ComputeDevice.Cuda);
        }
        catch (LibtorchException e)
        {
            problems.Add(device.Problem($"given cuda: {e.Message}"));
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
}
