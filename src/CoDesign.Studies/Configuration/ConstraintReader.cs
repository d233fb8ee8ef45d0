using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;
using CoDesign.Physics;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Configuration;

/// <summary>Reads the constraints of a study and checks them against its geometry.</summary>
internal sealed class ConstraintReader(DetectorGeometry geometry, List<Problem> problems)
{
    private static readonly (string Key, ConstraintRelation Relation)[] Relations =
    [
        ("at_most", ConstraintRelation.AtMost), ("at_least", ConstraintRelation.AtLeast),
        ("equal", ConstraintRelation.Equal),
    ];

    public IReadOnlyList<StudyConstraint> Read(ConfigNode node)
    {
        using DisposeScope scope = NewDisposeScope();
        Detector baseline = geometry.Build(geometry.Space.Baseline());
        return [.. node.Entries.Select(e => One(e.Key, e.Value, baseline)).OfType<StudyConstraint>()];
    }

    private StudyConstraint? One(string name, ConfigNode node, Detector baseline)
    {
        var given = Relations.Where(r => node.Find(r.Key) is not null).ToList();
        if (given.Count != 1)
        {
            problems.Add(node.Problem($"given {given.Count} limits, must be one of at_most, at_least, equal"));
            return null;
        }

        ConfigNode limitNode = node.Get(given[0].Key);
        if (Parse(node.Get("expression")) is not { } expression)
        {
            return null;
        }

        double limit;
        if (limitNode.Text == "baseline")
        {
            limit = expression.Evaluate(baseline).ToDouble();
        }
        else if (Parse(limitNode) is not { } limitExpression)
        {
            return null;
        }
        else if (limitExpression.Dimension != expression.Dimension)
        {
            problems.Add(limitNode.Problem(
                $"given {limitNode.Text} ({limitExpression.Dimension}), must be in {expression.Dimension} as {node.Get("expression").Text} is"));
            return null;
        }
        else
        {
            limit = limitExpression.Evaluate(baseline).ToDouble();
        }

        if (limit == 0 || !double.IsFinite(limit))
        {
            problems.Add(limitNode.Problem(limit == 0 ? "the limit is 0; constraints compare to a limit that is not 0"
                : $"the limit is {(double.IsNaN(limit) ? "not a number" : "infinite")}, must be a finite number"));
            return null;
        }

        (string unit, double unitValue) = DisplayUnit(expression.Dimension);
        return new StudyConstraint(name, expression, given[0].Relation, limit, unit, unitValue);
    }

    private ConstraintExpression? Parse(ConfigNode node)
    {
        try
        {
            ConstraintExpression constraint = geometry.Constraint(node.Text);
            foreach (string currency in constraint.Currencies.Where(c => c != geometry.Currency))
            {
                problems.Add(node.Problem($"given {currency}, must be {geometry.Currency} as in the geometry"));
            }

            return constraint;
        }
        catch (ExpressionException e)
        {
            problems.Add(node.Problem(e.Message));
            return null;
        }
    }

    // Costs are in the geometry's currency; the rest in the units people use for whole detectors.
    private (string Unit, double Value) DisplayUnit(Dimension dimension) =>
        dimension == Dimension.None ? ("", 1)
        : dimension == Dimension.OfMoney ? (geometry.Currency, 1)
        : dimension == Dimension.OfLength ? ("mm", Units.Mm)
        : dimension == Dimension.OfLength.Power(2) ? ("cm2", Units.Cm2)
        : dimension == Dimension.OfEnergy / Dimension.OfTime ? ("W", Units.Watt)
        : dimension == Dimension.OfTime ? ("ns", Units.Ns)
        : dimension == Dimension.OfEnergy ? ("MeV", Units.MeV)
        : ("internal units", 1);
}
