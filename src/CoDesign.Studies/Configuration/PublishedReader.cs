using CoDesign.Detectors.Configuration;
using CoDesign.Physics;
using CoDesign.Studies.Kinds;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Configuration;

/// <summary>Reads published numbers and checks them against the curves of the study.</summary>
internal static class PublishedReader
{
    /// <summary>The format of one number.</summary>
    public static ObjectSchema Schema { get; } = Record(
        Required("curve", Text, "The curve of the report that the number belongs to, such as transverse_impact."),
        Required("at", new QuantitySchema(null), "Where on the curve: an energy, a momentum, an angle."),
        Required("value", new QuantitySchema(null), "The published number."),
        Optional("error", new QuantitySchema(null), "Its error."),
        Required("source", Text, "Where it is published."));

    /// <summary>Reads all.</summary>
    /// <param name="node">The list.</param>
    /// <param name="curves">Curves of the study.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<PublishedValue> Read(
        ConfigNode node, IReadOnlyList<CurveForm> curves, List<Problem> problems) =>
        [.. node.Items.Select(item => One(item, curves, problems)).OfType<PublishedValue>()];

    private static PublishedValue? One(ConfigNode node, IReadOnlyList<CurveForm> curves, List<Problem> problems)
    {
        string name = node.Get("curve").Text;
        if (curves.FirstOrDefault(c => c.Name == name) is not { } curve)
        {
            string[] names = [.. curves.Select(c => c.Name)];
            problems.Add(node.Get("curve").Problem(
                $"given {name}, must be one of {string.Join(", ", names)}{NearMiss.Suffix(name, names)}"));
            return null;
        }

        ConfigNode? error = node.Find("error");
        bool fits = Fits(node.Get("at"), curve.Axis, problems) & Fits(node.Get("value"), curve.Value, problems)
            & (error is null || Fits(error, curve.Value, problems));
        return !fits ? null : new PublishedValue(
            name, node.Get("at").Number, node.Get("value").Number, error?.Number, node.Get("source").Text);
    }

    private static bool Fits(ConfigNode node, Unit unit, List<Problem> problems)
    {
        if (node.Quantity.Dimension == unit.Dimension)
        {
            return true;
        }

        problems.Add(node.Problem($"given {node.Text}, must be in {unit.Text} or the like"));
        return false;
    }
}
