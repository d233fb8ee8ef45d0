using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Reads a geometry file of kind sampling-calorimeter.</summary>
public static class GeometryLoader
{
    private static readonly string[] Definitions = ["parameters", "derived", "materials"];

    /// <summary>Reads and checks a geometry.</summary>
    /// <param name="fileName">The file as the user named it; only for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="overrides">"name=value" sets the baseline of a parameter; "key.path=value" any key, such as
    /// "parameters.gap.max=20 mm". Applied in order.</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static SamplingCalorimeterGeometry Load(
        string fileName, string text, IReadOnlyList<string>? overrides = null)
    {
        var problems = new List<Problem>();
        var root = ConfigDocument.Read(fileName, text, GeometrySchema.Root, overrides, problems, Shorthand);
        // Without its names the rest of a file cannot be judged.
        if (root is not { IsValid: true } || Definitions.Any(key => !root.Get(key).IsValid))
        {
            throw new StudyException(problems);
        }

        var parameters = new ParameterReader(SamplingCalorimeterGeometry.WholeQuantities.Names, problems);
        parameters.Read(root.Get("parameters"));
        var derived = Derived(root, parameters, problems);
        var scope = new QuantityScope(
            parameters.Parameters.Where(parameter => parameter.Kind != ParameterKind.Choice)
                .ToDictionary(parameter => parameter.Name, parameter => parameter.Dimension),
            derived,
            parameters.Parameters.Where(parameter => parameter.Kind == ParameterKind.Choice)
                .Select(parameter => parameter.Name));
        var checker = new ExpressionChecker(scope, parameters.Broken, parameters.Parameters, problems);
        checker.CheckDerived(root.Get("derived"));
        foreach (var (_, node) in root.Entries.Where(entry => entry.Key != "derived"))
        {
            checker.CheckAll(node);
        }

        if (root.Find("cost") is { IsValid: true } cost && cost.Find("currency") is { IsValid: true } currency)
        {
            checker.CheckCurrency(root, currency.Text);
        }

        CheckCells(root, problems);
        CheckSectionNames(root, problems);
        var materials = new MaterialReader(problems);
        materials.ReadDefinitions(root.Get("materials"));
        var resolved = ResolveMaterials(root, materials, parameters);
        CheckPrices(root, materials, problems);
        return problems.Count == 0
            ? new GeometryAssembly(root, resolved).Assemble(new DesignSpace(parameters.Parameters), scope)
            : throw new StudyException(problems);
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
        string[] keys = [.. GeometrySchema.Root.Keys.Select(key => key.Name)];
        if (names.Contains(path))
        {
            return $"parameters.{path}.baseline";
        }

        if (keys.Contains(path))
        {
            return path;
        }

        var known = names.Length == 0 ? "none" : string.Join(", ", names);
        problems.Add(new Problem(ConfigOverrides.Origin, 0, path, "is neither a parameter of the geometry "
            + $"({known}) nor a key of its file{NearMiss.Suffix(path, [.. names, .. keys])}"));
        return null;
    }

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

    private static void CheckCells(ConfigNode root, List<Problem> problems)
    {
        if (root.Find("cells") is { IsValid: true } cells && cells.Find("count") is { IsValid: true } count
            && count.WholeNumber % 2 == 0)
        {
            problems.Add(count.Problem($"given {count.Text}, must be odd: the shower falls on the middle cell"));
        }
    }

    private static void CheckSectionNames(ConfigNode root, List<Problem> problems)
    {
        var seen = new HashSet<string>();
        foreach (var section in root.Find("sections") is { IsValid: true } sections ? sections.Items : [])
        {
            if (section.IsValid && section.Find("name") is { IsValid: true } name && !seen.Add(name.Text))
            {
                problems.Add(name.Problem($"given {name.Text}, which is the name of another section"));
            }
        }
    }

    /// <summary>The materials at each "material" key of the sections, by path.</summary>
    private static Dictionary<string, MaterialChoice> ResolveMaterials(
        ConfigNode root, MaterialReader materials, ParameterReader parameters)
    {
        var resolved = new Dictionary<string, MaterialChoice>();
        if (root.Find("sections") is not { IsValid: true } sections)
        {
            return resolved;
        }

        foreach (var section in sections.Items.Where(section => section.IsValid))
        {
            foreach (var key in new[] { "absorber", "active", "passive" })
            {
                var node = section.Find(key) is { IsValid: true } layer ? layer.Find("material") : null;
                // A choice that is already reported stands for no material, and is not reported again as one.
                if (node is { IsValid: true } && !parameters.Broken.Contains(node.Text)
                    && materials.Resolve(node, parameters.Parameters) is { } choice)
                {
                    resolved[node.Path] = choice;
                }
            }
        }

        return resolved;
    }

    private static void CheckPrices(ConfigNode root, MaterialReader materials, List<Problem> problems)
    {
        if (root.Find("cost") is not { IsValid: true } cost || cost.Find("volume") is not { IsValid: true } volume)
        {
            return;
        }

        foreach (var (name, node) in volume.Entries.Where(entry => !materials.IsUsed(entry.Key)))
        {
            var used = string.Join(", ", materials.Used);
            problems.Add(node.Problem(
                $"{name} is not a material of any section ({used}){NearMiss.Suffix(name, materials.Used)}"));
        }
    }
}
