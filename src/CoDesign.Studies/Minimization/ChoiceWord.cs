using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace CoDesign.Studies.Minimization;

/// <summary>A choice as it was written, and what a reader of YAML or JSON takes it for.</summary>
/// <param name="Text">As written.</param>
internal sealed record ChoiceWord(string Text)
{
    private static readonly string[] Nothing = ["~", "null", "Null", "NULL"];
    private static readonly string[] True = ["true", "True", "TRUE"], False = ["false", "False", "FALSE"];

    private readonly BigInteger? _whole = WholeOf(Text);
    private readonly double? _number = NumberOf(Text);

    /// <summary>Whether it is a number in JSON.</summary>
    public bool IsJsonNumber
    {
        get
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(Text);
                return document.RootElement.ValueKind == JsonValueKind.Number;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>Whether two words are one choice: the same text, or the same number however it is written.</summary>
    /// <param name="other">The other.</param>
    public bool IsSameAs(ChoiceWord other) => Text == other.Text
        || (_whole is { } a && other._whole is { } b ? a == b : _number is { } x && other._number is { } y && x.Equals(y))
        || (Meaning() is { } meaning && meaning == other.Meaning());

    /// <summary>The first two words that are one choice; null if there are none.</summary>
    /// <param name="words">The words.</param>
    public static (ChoiceWord First, ChoiceWord Second)? FindSame(IReadOnlyList<ChoiceWord> words)
    {
        // Words that are the same share a group; not all of a group need be the same.
        var groups = new Dictionary<string, List<ChoiceWord>>();
        foreach (ChoiceWord word in words)
        {
            string key = word._number is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : word.Meaning() ?? word.Text;
            List<ChoiceWord> group = groups.TryGetValue(key, out List<ChoiceWord>? known) ? known : groups[key] = [];
            if (group.Find(word.IsSameAs) is { } same)
            {
                return (same, word);
            }

            group.Add(word);
        }

        return null;
    }

    // The forms of YAML 1.1 and 1.2: readers differ, and a choice that is one to some of them is not two.
    private string? Meaning() => True.Contains(Text) ? "true" : False.Contains(Text) ? "false" : Nothing.Contains(Text) ? "null" : null;

    private static double? NumberOf(string text)
    {
        if (WholeOf(text) is { } whole)
        {
            return (double)whole + 0.0;
        }

        string plain = text.Replace("_", "", StringComparison.Ordinal);
        return plain.TrimStart('+', '-').ToUpperInvariant() switch
        {
            ".INF" => plain[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            ".NAN" => double.NaN,
            _ when plain.Any(char.IsAsciiDigit) && double.TryParse(
                plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out double number) => number + 0.0, // -0 is 0
            _ => null,
        };
    }

    private static BigInteger? WholeOf(string text)
    {
        string plain = text.Replace("_", "", StringComparison.Ordinal), digits = plain.TrimStart('+', '-');
        if (plain.Length > digits.Length + 1 || digits.Length == 0)
        {
            return null;
        }

        int radix = digits[0] != '0' || digits.Length < 3 ? 10 : digits[1] switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        BigInteger value = BigInteger.Zero;
        foreach (char c in radix == 10 ? digits : digits[2..])
        {
            int digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return plain[0] == '-' ? -value : value;
    }
}
