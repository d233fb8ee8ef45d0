using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Space;

namespace CoDesign.Studies.Configuration;

/// <summary>Reads the geometry of a study with the study's changes to its parameters.</summary>
/// <param name="root">The study, which was read.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class StudyGeometryReader(ConfigNode root, List<Problem> problems)
{
    private readonly IReadOnlyList<KeyValuePair<string, ConfigNode>> _changes =
        root.Find("parameters") is { IsValid: true } parameters
            ? [.. parameters.Entries.Where(e => e.Value.IsValid)] : [];

    /// <summary>Reads it.</summary>
    /// <param name="studyFile">The study file; the geometry's name is relative to it.</param>
    /// <param name="node">The geometry's name.</param>
    /// <param name="overrides">The user's overrides.</param>
    /// <returns>The geometry, or null with problems.</returns>
    public DetectorGeometry? Read(string studyFile, ConfigNode node, StudyOverrides overrides)
    {
        string file = Path.Combine(Path.GetDirectoryName(studyFile) ?? "", node.Text);
        if (!File.Exists(file))
        {
            problems.Add(node.Problem($"given {node.Text}, there is no such file ({file})"));
            return null;
        }

        try
        {
            string text = StudyLoader.ReadText(file, "geometry");
            DetectorGeometry geometry = GeometryLoader.Load(file, text, overrides.ForGeometry);
            if (_changes.Count == 0)
            {
                return geometry;
            }

            CheckNames(geometry.Space);
            return GeometryLoader.Load(
                file, text,
                [
                    // What the user says last counts.
                    .. Values().Where(v => IsKnown(geometry.Space, v.Parameter))
                        .Select(v => $"parameters.{v.Parameter}.{v.Key}={v.Node.Text}"),
                    .. overrides.ForGeometry,
                ]);
        }
        catch (StudyException e)
        {
            problems.AddRange(e.Problems.Select(p => Placed(p, overrides)));
            return null;
        }
    }

    /// <summary>Fixes the parameters that the study wants fixed, and checks that gradient descent can move the
    /// rest.</summary>
    public DetectorGeometry Freeze(DetectorGeometry geometry)
    {
        string[] names = [.. _changes.Where(c => c.Value.Get("fixed").Flag).Select(c => c.Key)];
        DesignSpace space = names.Length == 0 ? geometry.Space : geometry.Space.Freeze(names);
        ConfigNode node = root.Get("parameters");
        if (space.Parameters.Count == 0)
        {
            problems.Add(node.Problem("no free parameter is left to optimise"));
        }

        foreach (DesignParameter choice in space.Parameters.Where(p => p.Kind == ParameterKind.Choice))
        {
            problems.Add(node.Problem(
                $"{choice.Name} is a choice, which gradient descent cannot move; fix it: {choice.Name}: {{fixed: true}}"));
        }

        IReadOnlySet<string> counted = geometry.CountingParameters;
        foreach (DesignParameter p in space.Parameters.Where(p => counted.Contains(p.Name)))
        {
            problems.Add(node.Problem(
                $"{p.Name} sets a number of layers or planes, which gradient descent cannot move; fix it: {p.Name}: "
                + "{fixed: true}"));
        }

        return geometry with { Space = space };
    }

    private IEnumerable<(string Parameter, string Key, ConfigNode Node)> Values() =>
        from change in _changes
        from entry in change.Value.Entries
        where entry.Key != "fixed" && entry.Value.IsValid
        select (change.Key, entry.Key, entry.Value);

    // A parameter, or an array by its name.
    private static bool IsKnown(DesignSpace space, string name) =>
        space.Find(name) is not null || space.Elements(name).Count > 0;

    private void CheckNames(DesignSpace space)
    {
        string[] known = [.. space.Parameters.Select(p => p.Array?.Array ?? p.Name).Distinct()];
        problems.AddRange(_changes.Where(c => !IsKnown(space, c.Key)).Select(c => c.Value.Problem(
            $"unknown parameter{NearMiss.Suffix(c.Key, known)}; the geometry has {string.Join(", ", known)}")));
    }

    // The study's changes reach the geometry as overrides; a problem with one belongs to the line of the study that
    // made it.
    private Problem Placed(Problem problem, StudyOverrides overrides)
    {
        if (problem.File != StudyOverrides.Origin)
        {
            return problem;
        }

        foreach ((string parameter, string key, ConfigNode node) in Values())
        {
            if (problem.KeyPath == $"parameters.{parameter}.{key}")
            {
                return node.Problem(problem.Message);
            }
        }

        return overrides.AsGiven(problem);
    }
}
