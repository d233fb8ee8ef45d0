using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Kinds;

namespace CoDesign.Studies.Configuration;

/// <summary>Changes on the command line, parted into those of the study and those of its geometry.</summary>
/// <remarks>A path that begins with "geometry." is the geometry's, and so is a bare name that no study has as a
/// key.</remarks>
internal sealed class StudyOverrides
{
    /// <summary>The file of a problem with a change on the command line.</summary>
    public const string Origin = "--set";

    private const string GeometryPrefix = "geometry.";

    private readonly HashSet<string> _bare;

    /// <summary>Parts changes.</summary>
    /// <param name="given">"key.path=value".</param>
    public StudyOverrides(IReadOnlyList<string> given)
    {
        ForStudy = [.. given.Where(o => !IsPrefixed(o) && !IsBare(o))];
        ForGeometry = [.. given.Where(o => IsPrefixed(o) || IsBare(o))
            .Select(o => IsPrefixed(o) ? o[GeometryPrefix.Length..] : o)];
        _bare = [.. given.Where(IsBare).Select(Key)];
    }

    /// <summary>Those of the study, "key.path=value".</summary>
    public string[] ForStudy { get; }

    /// <summary>Those of the geometry, without the prefix.</summary>
    public string[] ForGeometry { get; }

    private static IEnumerable<string> StudyKeys =>
        StudyKind.All.SelectMany(kind => kind.Schema.Keys).Select(key => key.Name).Distinct();

    /// <summary>A problem of the geometry with a change, under the name that the user gave.</summary>
    /// <param name="problem">The problem.</param>
    public Problem AsGiven(Problem problem)
    {
        if (!_bare.Contains(problem.KeyPath))
        {
            return problem with { KeyPath = GeometryPrefix + problem.KeyPath };
        }

        // A key of the study may have been meant.
        string suffix = problem.Message.EndsWith('?') ? "" : NearMiss.Suffix(problem.KeyPath, StudyKeys);
        return problem with { Message = problem.Message + suffix };
    }

    private static bool IsPrefixed(string given) => given.StartsWith(GeometryPrefix, StringComparison.Ordinal);

    private static bool IsBare(string given) =>
        given.Contains('=', StringComparison.Ordinal) && Key(given) is var key && key.AsSpan().IndexOfAny('.', '[') < 0
        && !StudyKeys.Contains(key);

    private static string Key(string given) => given.Split('=', 2)[0].Trim();
}
