using System.Globalization;

namespace CoDesign.Detectors.Configuration;

/// <summary>Merges "--set key.path=value" into a document before it is checked.</summary>
internal static class ConfigOverrides
{
    /// <summary>How an override names its origin in a problem.</summary>
    public const string Origin = "--set";

    public static void Apply(
        SourceNode root, IReadOnlyList<string> overrides, List<Problem> problems,
        Func<SourceNode, string, List<Problem>, string?> expand)
    {
        foreach (var text in overrides)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add(new Problem(Origin, 0, "", $"given {text}, must be key.path=value"));
                continue;
            }

            if (expand(root, text[..equals].Trim(), problems) is not { } path)
            {
                continue;
            }

            // The value is YAML, so that lists, quoted texts and numbers read as in the file.
            if (YamlSource.Read(Origin, text[(equals + 1)..].Trim(), problems) is not { } value)
            {
                continue;
            }

            // Lines inside the argument mean nothing to the user.
            Set(root, path, value.Copy(_ => new SourcePlace(Origin, 0)), problems);
        }
    }

    private static void Set(SourceNode root, string path, SourceNode value, List<Problem> problems)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = root;
        for (var i = 0; i < steps.Length; i++)
        {
            var last = i == steps.Length - 1;
            var step = steps[i];
            if (step.StartsWith('[') && node is SourceList list)
            {
                if (!int.TryParse(step.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    || index >= list.Items.Count)
                {
                    problems.Add(new Problem(Origin, 0, path, $"{step} is not one of the {list.Items.Count} items"));
                    return;
                }

                list.Items[index] = last ? value : list.Items[index];
                node = list.Items[index];
            }
            else if (node is SourceMap map && !step.StartsWith('['))
            {
                if (last)
                {
                    map.Set(step, value);
                }
                else if (map.Find(step) is not { } next)
                {
                    next = new SourceMap(new SourcePlace(Origin, 0));
                    map.Set(step, next);
                    node = next;
                }
                else
                {
                    node = next;
                }
            }
            else
            {
                problems.Add(new Problem(Origin, 0, path, $"cannot be set: {step} stands below {node.Describe()}"));
                return;
            }
        }
    }
}
