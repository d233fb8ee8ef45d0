using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using CoDesign.Tensors;
using TorchSharp;

namespace CoDesign.Detectors.Geometries;

/// <summary>Reads a geometry file of any kind.</summary>
public static class GeometryLoader
{
    private static readonly string[] Definitions = ["parameters", "derived", "materials"];

    /// <summary>Reads and checks a geometry.</summary>
    /// <param name="fileName">The file as the user named it; only for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="overrides">"name=value" sets the baseline of a parameter; "key.path=value" any key, such as
    /// "parameters.gap.max=20 mm". Applied in order.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    /// <exception cref="LibtorchException">libtorch cannot be used here.</exception>
    public static DetectorGeometry Load(string fileName, string text, IReadOnlyList<string>? overrides = null)
    {
        Libtorch.Load(); // what is read computes on tensors
        var problems = new List<Problem>();
        GeometryKind? kind = null;
        var root = ConfigDocument.Read(
            fileName, text, source => (kind = KindOf(source, problems))?.Schema, overrides, problems, Shorthand);
        // Without its names the rest of a file cannot be judged.
        if (kind is null || root is not { IsValid: true } || Definitions.Any(key => !root.Get(key).IsValid))
        {
            throw new StudyException(problems);
        }

        var reading = Read(kind, root, problems);
        kind.Check(reading);
        if (problems.Count > 0)
        {
            throw new StudyException(problems);
        }

        var geometry = kind.Assemble(reading) with
        {
            OwnMaterials = reading.Materials.Own,
            Doubts = reading.Materials.Doubts,
        };
        CheckLimits(geometry, root, problems);
        return problems.Count == 0 ? geometry : throw new StudyException(problems);
    }

    private static void CheckLimits(DetectorGeometry geometry, ConfigNode root, List<Problem> problems)
    {
        using var scope = torch.NewDisposeScope();
        var baseline = geometry.Build(geometry.Space.Baseline());
        problems.AddRange(geometry.Limits.Where(limit => !limit.Holds(baseline))
            .Select(limit => limit.Problem(root, baseline)));
    }

    private static GeometryReading Read(GeometryKind kind, ConfigNode root, List<Problem> problems)
    {
        var parameters = new ParameterReader(kind.WholeQuantities.Names, kind.LocalNames, problems);
        parameters.Read(root.Get("parameters"));
        var derived = Derived(root, parameters, problems);
        var scope = new QuantityScope(
            parameters.Parameters.Where(parameter => parameter.Kind != ParameterKind.Choice)
                .ToDictionary(parameter => parameter.Name, parameter => parameter.Dimension),
            derived,
            parameters.Parameters.Where(parameter => parameter.Kind == ParameterKind.Choice)
                .Select(parameter => parameter.Name),
            parameters.Arrays);
        var checker = new ExpressionChecker(scope, parameters.Broken, parameters.Parameters, problems);
        checker.CheckDerived(root.Get("derived"));
        foreach (var (key, node) in root.Entries)
        {
            if (!Definitions.Contains(key) && !kind.LocalKeys.Contains(key))
            {
                checker.CheckAll(node);
            }
        }

        if (root.Find("cost") is { IsValid: true } cost && cost.Find("currency") is { IsValid: true } currency)
        {
            checker.CheckCurrency(root, currency.Text);
        }

        var materials = new MaterialReader(problems);
        materials.ReadDefinitions(root.Get("materials"));
        return new GeometryReading
        {
            Root = root,
            Parameters = parameters,
            Scope = scope,
            Checker = checker,
            Materials = materials,
            Problems = problems,
        };
    }

    private static GeometryKind? KindOf(SourceNode source, List<Problem> problems)
    {
        if (source is not SourceMap map)
        {
            problems.Add(new Problem(
                source.Place.File, source.Place.Line, "", $"given {source.Describe()}, must be a map of keys"));
            return null;
        }

        var node = map.Find("kind");
        var word = node is SourceScalar { IsEmpty: false } scalar ? scalar.Text.Trim() : "";
        if (GeometryKinds.Find(word) is { } kind)
        {
            return kind;
        }

        string[] words = [.. GeometryKinds.All.Select(candidate => candidate.Word)];
        var given = node is null ? "missing;" : $"given {node.Describe()},";
        var place = (node ?? map).Place;
        problems.Add(new Problem(place.File, place.Line, "kind",
            $"{given} must be {ScalarReader.OneOf(words)}{(word.Length > 0 ? NearMiss.Suffix(word, words) : "")}"));
        return null;
    }

    // A bare name is that of a parameter, and stands for its baseline; else that of a key of the file.
    private static string? Shorthand(SourceNode root, string path, List<Problem> problems)
    {
        if (path.Contains('.', StringComparison.Ordinal) || path.Contains('[', StringComparison.Ordinal))
        {
            return path;
        }

        string[] names = (root as SourceMap)?.Find("parameters") is SourceMap map
            ? [.. map.Entries.Select(entry => entry.Key)] : [];
        if (names.Contains(path))
        {
            return $"parameters.{path}.baseline";
        }

        string[] keys = [.. Kinds(root).SelectMany(kind => kind.Schema.Keys).Select(key => key.Name).Distinct()];
        if (keys.Contains(path))
        {
            return path;
        }

        var known = names.Length == 0 ? "none" : string.Join(", ", names);
        problems.Add(new Problem(ConfigOverrides.Origin, 0, path, "is neither a parameter of the geometry "
            + $"({known}) nor a key of its file{NearMiss.Suffix(path, [.. names, .. keys])}"));
        return null;
    }

    private static IEnumerable<GeometryKind> Kinds(SourceNode root) =>
        (root as SourceMap)?.Find("kind") is SourceScalar word && GeometryKinds.Find(word.Text.Trim()) is { } kind
            ? [kind] : GeometryKinds.All;

    private static Dictionary<string, Expression> Derived(
        ConfigNode root, ParameterReader parameters, List<Problem> problems)
    {
        var derived = new Dictionary<string, Expression>();
        foreach (var (name, node) in root.Get("derived").Entries)
        {
            var before = problems.Count;
            parameters.CheckName(name, node);
            if (root.Get("parameters").Find(name) is not null)
            {
                problems.Add(node.Problem("is also the name of a parameter"));
            }

            if (node.IsValid && problems.Count == before)
            {
                derived.Add(name, node.Expression);
            }
            else
            {
                parameters.Broken.Add(name);
            }
        }

        return derived;
    }
}
