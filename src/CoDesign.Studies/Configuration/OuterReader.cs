using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Kinds;

namespace CoDesign.Studies.Configuration;

/// <summary>Reads the outer loop and the trade-off of a study.</summary>
/// <param name="root">The study, which was read.</param>
/// <param name="quick">Whether the quick form is wanted.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class OuterReader(ConfigNode root, bool quick, List<Problem> problems)
{
    private readonly ConfigNode _quick = root.Get("quick");

    /// <summary>The outer loop; null when the study has none.</summary>
    public OuterSettings? Outer() => root.Find("outer") is not { } node ? null : new OuterSettings(
        (quick ? _quick : node).Get("trials").WholeNumber,
        quick ? _quick.Get("trial_steps").WholeNumber : node.Get("steps").WholeNumber,
        (quick ? _quick : node).Get("designs").WholeNumber);

    /// <summary>The trade-off; null when the study has none, or one that cannot be used.</summary>
    /// <param name="constraints">The study's constraints.</param>
    public TradeoffSettings? Tradeoff(IReadOnlyList<StudyConstraint> constraints)
    {
        if (root.Find("tradeoff") is not { IsValid: true } node)
        {
            return null;
        }

        ConfigNode name = node.Get("constraint");
        int place = constraints.ToList().FindIndex(c => c.Name == name.Text);
        if (place < 0)
        {
            string[] known = [.. constraints.Select(c => c.Name)];
            problems.Add(name.Problem($"given {name.Text}, must be a constraint of this study"
                + $"{NearMiss.Suffix(name.Text, known)}; these are: {string.Join(", ", known)}"));
            return null;
        }

        if (constraints[place] is not { Relation: ConstraintRelation.AtMost, Limit: > 0 })
        {
            problems.Add(name.Problem($"given {name.Text}, must be a constraint with at_most and a limit above 0: a trade-off "
                + "is between the objective and something to save"));
            return null;
        }

        double[] levels = [.. node.Get("levels").Items.Select(item => item.Number).OrderDescending()];
        if (levels.Distinct().Count() < levels.Length)
        {
            problems.Add(node.Get("levels").Problem("a level is given twice"));
        }

        return new TradeoffSettings(
            place, levels, quick ? _quick.Get("trial_steps").WholeNumber : node.Get("steps").WholeNumber,
            (quick ? _quick : node).Get("designs").WholeNumber);
    }

    /// <summary>Checks that designs of any structure can be compared: nothing is trained along with one.</summary>
    /// <param name="method">How the study reconstructs.</param>
    public void CheckMethod(StudyMethod method)
    {
        foreach (string key in new[] { "outer", "tradeoff" })
        {
            if (method.TrainsAlongside && root.Find(key) is { } node)
            {
                problems.Add(node.Problem(
                    "needs a reconstruction without a network, which is trained for one course of designs; "
                    + "give reconstruction: {model: linear}"));
            }
        }
    }
}
