using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>Looks for a design that satisfies the constraints before any event is simulated.</summary>
public static class ConstraintFeasibility
{
    private const int Starts = 64;

    /// <summary>Checks a study.</summary>
    /// <param name="study">The study.</param>
    /// <exception cref="StudyException">A constraint, or all of them together, cannot be satisfied within the bounds.</exception>
    public static void Check(Study study)
    {
        if (study.Constraints.Count == 0)
        {
            return;
        }

        ConfigNode node = study.Configuration.Get("constraints");
        var problems = new List<Problem>();
        foreach (StudyConstraint constraint in study.Constraints)
        {
            if (Nearest(study, [constraint]) is { } nearest)
            {
                problems.Add(study.ProblemOf(constraint,
                    $"no design within the bounds satisfies it: the nearest found has {nearest / constraint.UnitValue:G5} {constraint.Unit}, "
                    + $"the limit is {constraint.Limit / constraint.UnitValue:G5} {constraint.Unit}"));
            }
        }

        if (problems.Count == 0 && study.Constraints.Count > 1 && Nearest(study, study.Constraints) is not null)
        {
            problems.Add(node.Problem("each can be satisfied, but no design was found that satisfies all of them"));
        }

        if (problems.Count > 0)
        {
            throw new StudyException(problems);
        }
    }

    // Null when a feasible design was found, else the first constraint's quantity at the least violating design.
    private static double? Nearest(Study study, IReadOnlyList<StudyConstraint> constraints)
    {
        DesignSpace space = study.Geometry.Space;
        var function = new DesignFunction(study.Method.Pipeline(study), constraints);
        var sobol = new PaddedSequence(space.Parameters.Count, study.Seed);
        (double Violation, double Quantity) least = (double.PositiveInfinity, double.NaN);
        for (int i = 0; i <= Starts; i++)
        {
            double[] theta = i == 0 ? [.. space.BaselineValues] : space.ThetaFromUnitCube(sobol.Point(i));
            if (function.Satisfied(theta))
            {
                return null;
            }

            double[] u = function.Unconstrained(theta);
            if (FeasiblePoint.Restore(u, function.Constraints, function.Kinds) is not null
                || FeasiblePoint.Restore(u, function.Constraints, function.Kinds, margin: 0) is not null)
            {
                return null;
            }

            double violation = function.Constraints(u).Values
                .Zip(function.Kinds, (v, kind) => !double.IsFinite(v) ? double.MaxValue
                    : kind == ConstraintKind.Equality ? Math.Abs(v) : v).Max();
            least = violation < least.Violation ? (violation, function.Quantity(constraints[0], theta)) : least;
        }

        return least.Quantity;
    }
}
