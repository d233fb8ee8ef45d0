using System.Text;

namespace CoDesign.Detectors.Configuration;

/// <summary>Writes a checked document with all defaults, so that it loads again to the same.</summary>
public static class ConfigWriter
{
    private const string Indent = "  ";

    /// <summary>YAML text, keys in schema order, one per line.</summary>
    /// <param name="root">A valid node.</param>
    public static string Write(ConfigNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var text = new StringBuilder();
        WriteMap(text, root, "");
        return text.ToString();
    }

    private static void WriteMap(StringBuilder text, ConfigNode map, string indent)
    {
        foreach (var (key, value) in map.Entries)
        {
            text.Append(indent).Append(Scalar(key)).Append(':');
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, ConfigNode value, string indent)
    {
        if (value.IsScalar)
        {
            text.Append(' ').Append(Scalar(value.Text)).Append('\n');
        }
        else if (value.IsList)
        {
            text.Append(value.Items.Count == 0 ? " []\n" : "\n");
            foreach (var item in value.Items)
            {
                WriteItem(text, item, indent + Indent);
            }
        }
        else
        {
            text.Append(value.Entries.Count == 0 ? " {}\n" : "\n");
            WriteMap(text, value, indent + Indent);
        }
    }

    private static void WriteItem(StringBuilder text, ConfigNode item, string indent)
    {
        if (item.IsScalar)
        {
            text.Append(indent).Append("- ").Append(Scalar(item.Text)).Append('\n');
            return;
        }

        // The first line of a nested block moves up behind its dash.
        var block = new StringBuilder();
        WriteValue(block, item, indent);
        var nested = block.ToString();
        text.Append(indent).Append('-').Append(nested[0] == '\n' ? " " + nested[1..].TrimStart(' ') : nested);
    }

    private static string Scalar(string value)
    {
        var plain = value.Length > 0 && value == value.Trim() && value is not ("~" or "null")
            && (char.IsLetterOrDigit(value[0]) || value[0] is '.' or '-' or '(')
            && !value.StartsWith("- ", StringComparison.Ordinal) && value is not ("-" or "---" or "...")
            && !value.Contains(": ", StringComparison.Ordinal) && !value.EndsWith(':')
            && !value.Contains(" #", StringComparison.Ordinal)
            && !value.Any(char.IsControl);
        return plain ? value : Quoted(value);
    }

    private static string Quoted(string value)
    {
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
