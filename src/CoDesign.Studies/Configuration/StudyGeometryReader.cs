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

    /// <summary>Fixes the parameters that the study wants fixed, and marks those that an outer loop must choose; without
    /// one, gradient descent must be able to move them all.</summary>
    public DetectorGeometry Freeze(DetectorGeometry geometry)
    {
        string[] names = [.. _changes.Where(c => c.Value.Get("fixed").Flag).Select(c => c.Key)];
        DesignSpace space = names.Length == 0 ? geometry.Space : geometry.Space.Freeze(names);
        ConfigNode node = root.Get("parameters");
        if (space.Parameters.Count == 0)
        {
            problems.Add(node.Problem("no free parameter is left to optimise"));
        }

        return geometry with { Space = Structured(geometry, space) };
    }

    private DesignSpace Structured(DetectorGeometry geometry, DesignSpace space)
    {
        IReadOnlySet<string> counted = geometry.CountingParameters;
        HashSet<string> asked = [];
        ConfigNode? outer = root.Find("outer");
        foreach (ConfigNode name in outer?.Find("parameters")?.Items.Where(n => n.IsValid) ?? [])
        {
            string[] integers = [.. space.Parameters.Where(p => p.Kind != ParameterKind.Continuous).Select(p => p.Name)];
            if (integers.Contains(name.Text))
            {
                asked.Add(name.Text);
                continue;
            }

            problems.Add(name.Problem($"given {name.Text}, must be a free integer or choice of the geometry"
                + $"{NearMiss.Suffix(name.Text, integers)}; these are: {string.Join(", ", integers)}"));
        }

        DesignParameter[] structural = [.. space.Parameters
            .Where(p => p.Kind == ParameterKind.Choice || counted.Contains(p.Name) || asked.Contains(p.Name))];
        if (outer is null)
        {
            CheckNone(structural);
            return space;
        }

        foreach (DesignParameter p in structural.Where(p => p.Kind == ParameterKind.Continuous))
        {
            problems.Add(outer.Problem($"{p.Name} sets a number of layers or planes and must be an integer for the outer "
                + "loop to choose it; give it kind: integer in the geometry, or fix it: " + p.Name + ": {fixed: true}"));
        }

        if (structural.Length == 0 && problems.Count == 0)
        {
            problems.Add(outer.Problem("nothing is left for the outer loop to choose: every free parameter has a gradient"));
        }

        return space.WithOverrides([.. structural.Select(p => p with { IsStructural = true })]);
    }

    private void CheckNone(IEnumerable<DesignParameter> structural)
    {
        ConfigNode node = root.Get("parameters");
        foreach (DesignParameter p in structural)
        {
            string what = p.Kind == ParameterKind.Choice ? "is a choice" : "sets a number of layers or planes";
            problems.Add(node.Problem(
                $"{p.Name} {what}, which gradient descent cannot move; fix it: {p.Name}: {{fixed: true}}, or let an outer "
                + "loop choose it: outer: {trials: 24}"));
        }
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
