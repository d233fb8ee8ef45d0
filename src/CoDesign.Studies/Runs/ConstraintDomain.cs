using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using CoDesign.Optimization.Searches;
using CoDesign.Studies.Configuration;
using CoDesign.Studies.Pipelines;

namespace CoDesign.Studies.Runs;

/// <summary>Looks where the constraints of a study are finite numbers with finite gradients, before any event is
/// simulated.</summary>
public static class ConstraintDomain
{
    // Designs over the space besides the baseline.
    private const int Designs = 256;

    /// <summary>Checks the baseline and looks over the space.</summary>
    /// <param name="study">The study.</param>
    /// <returns>One note for each constraint that is not finite at a part of the space; a design there counts as one that is
    /// not allowed.</returns>
    /// <exception cref="StudyException">A constraint is not finite at the baseline.</exception>
    public static IReadOnlyList<Problem> Check(Study study)
    {
        if (study.Constraints.Count == 0)
        {
            return [];
        }

        DesignSpace space = study.Geometry.Space;
        var function = new DesignFunction(study.Method.Pipeline(study), study.Constraints);
        IReadOnlyList<string?> baseline = function.Faults([.. space.BaselineValues]);
        Problem[] problems = [.. study.Constraints.Zip(baseline).Where(c => c.Second is not null).Select(c =>
            study.ProblemOf(c.First, $"at the baseline {c.Second}; a run begins there, so that it must be finite"))];
        if (problems.Length > 0)
        {
            throw new StudyException(problems);
        }

        var sobol = new PaddedSequence(space.Parameters.Count, study.Seed);
        double[][] designs = [.. Enumerable.Range(0, Designs).Select(i => space.ThetaFromUnitCube(sobol.Point(i)))];
        IReadOnlyList<string?>[] faults = [.. designs.Select(function.Faults)];
        return [.. study.Constraints.Select((c, k) => (Constraint: c, Bad: Enumerable.Range(0, Designs).Where(i => faults[i][k] is not null).ToArray(), k))
            .Where(c => c.Bad.Length > 0)
            .Select(c => study.ProblemOf(c.Constraint,
                $"{faults[c.Bad[0]][c.k]} at {c.Bad.Length} of {Designs} designs over the space, {Where(space, designs, c.Bad)}; "
                + "such designs count as not allowed"))];
    }

    // The range of a parameter that holds the bad designs and none of the others, or else the first of the bad ones.
    private static string Where(DesignSpace space, double[][] designs, int[] bad)
    {
        double[][] wrong = [.. bad.Select(i => designs[i])];
        double[][] right = [.. designs.Where((_, i) => !bad.Contains(i))];
        string[] ranges = right.Length == 0 ? [] : [.. space.Parameters.Select((p, i) => (
                Parameter: p, Low: wrong.Min(d => d[i]), High: wrong.Max(d => d[i]), Index: i))
            .Where(r => !right.Any(d => d[r.Index] >= r.Low && d[r.Index] <= r.High))
            .Select(r => $"{r.Parameter.Name} {r.Parameter.Format(r.Low)} .. {r.Parameter.Format(r.High)}")];
        return right.Length == 0 ? "everywhere but at the baseline"
            : ranges.Length > 0 ? $"for {string.Join(", ", ranges)}"
            : "such as " + string.Join(", ", space.Parameters.Select((p, i) => $"{p.Name} {p.Format(wrong[0][i])}"));
    }
}
