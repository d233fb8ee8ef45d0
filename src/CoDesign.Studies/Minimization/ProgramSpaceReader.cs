using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Configuration;

namespace CoDesign.Studies.Minimization;

/// <summary>Reads a space file and says everything that is wrong with it.</summary>
public sealed class ProgramSpaceReader
{
    private readonly List<Problem> _problems = [];

    private ProgramSpaceReader()
    {
    }

    /// <summary>Reads a space.</summary>
    /// <param name="file">The file.</param>
    /// <param name="overrides">"key.path=value".</param>
    /// <exception cref="StudyException">Anything is wrong; carries all problems.</exception>
    public static ProgramSpace Read(string file, IReadOnlyList<string> overrides) =>
        new ProgramSpaceReader().ReadFile(file, StudyLoader.ReadText(file, "space"), overrides);

    /// <summary>Whether a text is meant as a space file: it has one of its keys, and none of a study or geometry.</summary>
    /// <param name="text">Text of the file.</param>
    public static bool IsSpace(string text)
    {
        string[] own = ["parameters", "objectives", "reference_point"];
        IReadOnlyList<string> keys = ConfigDocument.Keys(text);
        return !keys.Any(k => k is "geometry" or "kind" or "objective")
            && keys.Any(k => own.Contains(k) || NearMiss.Find(k, [.. own, "objective"]) is { } near && own.Contains(near));
    }

    private ProgramSpace ReadFile(string file, string text, IReadOnlyList<string> overrides)
    {
        ConfigNode? root = ConfigDocument.Read(file, text, MinimizationSchema.File, overrides, _problems);
        if (root is not { IsValid: true } || root.Find("parameters") is not { IsValid: true } map)
        {
            throw new StudyException(_problems);
        }

        var reader = new ProgramParameterReader(_problems);
        ProgramParameter?[] parameters = [.. map.Entries.Select(e => reader.Read(e.Key, e.Value))];
        (int? objectives, string[] names) = Count(root.Find("objectives"));
        (int? constraints, _) = Count(root.Find("constraints"));
        double[]? reference = Reference(root.Find("reference_point"), objectives);
        string name = root.Find("name") is { IsValid: true } given ? CheckedName(given)
            : NameOf(file);
        return _problems.Count > 0 ? throw new StudyException(_problems) : new ProgramSpace
        {
            Name = name,
            Parameters = [.. parameters.OfType<ProgramParameter>()],
            Objectives = objectives ?? reference?.Length,
            ObjectiveNames = names,
            Constraints = constraints,
            ReferencePoint = reference,
            Configuration = root,
        };
    }

    private (int? Count, string[] Names) Count(ConfigNode? node)
    {
        if (node is not { IsValid: true })
        {
            return (null, []);
        }

        if (!node.IsList)
        {
            return (node.WholeNumber, []);
        }

        string[] names = [.. node.Items.Where(item => item.IsValid).Select(item => item.Text)];
        if (names.Distinct().Count() < names.Length)
        {
            _problems.Add(node.Problem("a name is listed twice"));
        }

        return (node.Items.Count, names);
    }

    private double[]? Reference(ConfigNode? node, int? objectives)
    {
        if (node is not { IsValid: true } || node.Items.Any(item => !item.IsValid))
        {
            return null;
        }

        if (objectives is { } count && count != node.Items.Count)
        {
            _problems.Add(node.Problem($"given {node.Items.Count} values, must have {count}, one for each objective"));
        }

        return [.. node.Items.Select(item => item.Number)];
    }

    private static bool IsNameLetter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ';

    private static string NameOf(string file)
    {
        string name = string.Concat(Path.GetFileNameWithoutExtension(file).Select(c => IsNameLetter(c) ? c : '_')).Trim(' ', '.');
        return name.Length > 0 ? name : "space";
    }

    // The name becomes a folder.
    private string CheckedName(ConfigNode name)
    {
        if (!name.Text.All(IsNameLetter) || name.Text.StartsWith('.'))
        {
            _problems.Add(name.Problem(
                $"given {name.Text}, must be letters, digits, '-', '_', '.' or spaces: results go to a folder of this name"));
        }

        return name.Text;
    }
}
