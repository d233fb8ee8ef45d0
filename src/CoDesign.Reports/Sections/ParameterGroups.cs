using System.Globalization;
using System.Text.RegularExpressions;

namespace CoDesign.Reports.Sections;

/// <summary>Parameters as a reader can take them in: those of a long array together, all others one by one.</summary>
internal sealed partial class ParameterGroups
{
    /// <summary>An array of more elements than these is shown as one.</summary>
    public const int LongestList = 12;

    private ParameterGroups(IReadOnlyList<string> single, IReadOnlyList<ParameterArray> arrays) =>
        (Single, Arrays) = (single, arrays);

    /// <summary>Parameters that stand for themselves, in order.</summary>
    public IReadOnlyList<string> Single { get; }

    /// <summary>Arrays, in order of their first elements.</summary>
    public IReadOnlyList<ParameterArray> Arrays { get; }

    /// <summary>Groups of the names.</summary>
    public static ParameterGroups Of(IEnumerable<string> names)
    {
        string[] all = [.. names];
        ParameterArray[] arrays = [.. all.Where(name => Element().IsMatch(name)).GroupBy(PrefixOf)
            .Where(group => group.Count() > LongestList)
            .Select(group => new ParameterArray(group.Key, [.. group.OrderBy(NumberOf)]))];
        HashSet<string> inArrays = [.. arrays.SelectMany(array => array.Names)];
        return new ParameterGroups([.. all.Where(name => !inArrays.Contains(name))], arrays);
    }

    /// <summary>The number at the end of an element's name.</summary>
    public static long NumberOf(string name) =>
        long.Parse(Element().Match(name).Groups[2].ValueSpan, CultureInfo.InvariantCulture);

    private static string PrefixOf(string name) => Element().Match(name).Groups[1].Value;

    [GeneratedRegex("^(.+?)_([0-9]{1,9})$")]
    private static partial Regex Element();
}
