using CoDesign.Optimization.Spaces;

namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>What a model of a function is fitted to.</summary>
public sealed record ModelData
{
    /// <summary>The variables.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Points, [observations][variables] values of the space; repeated points are allowed.</summary>
    public required IReadOnlyList<double[]> Points { get; init; }

    /// <summary>Observed values, [observations], finite.</summary>
    public required double[] Values { get; init; }

    /// <summary>Variances of the noise of the values, [observations], 0 for exact ones; null when they are not known: then
    /// one level is fitted that is taken to be small unless the values tell otherwise.</summary>
    public double[]? Variances { get; init; }

    /// <summary>Gradients by the values of the points, [observations][variables], null where there is none; entries of
    /// integers and choices are not used.</summary>
    public IReadOnlyList<double[]?>? Gradients { get; init; }

    internal void Check()
    {
        int n = Points.Count;
        if (n == 0 || Values.Length != n || (Variances?.Length ?? n) != n || (Gradients?.Count ?? n) != n)
        {
            throw new ArgumentException("a model needs observations, and of all as many");
        }

        if (!Values.All(double.IsFinite) || !Points.All(p => p.All(double.IsFinite))
            || Variances?.All(v => double.IsFinite(v) && v >= 0) == false)
        {
            throw new ArgumentException("observations must be finite, and variances not negative");
        }
    }

    // Evenly spaced observations.
    internal ModelData Part(int wanted)
    {
        int n = Points.Count, count = Math.Clamp(wanted, 1, n);
        int[] chosen = [.. Enumerable.Range(0, count).Select(i => (int)((((2L * i) + 1) * n) / (2L * count)))];
        return this with
        {
            Points = [.. chosen.Select(i => Points[i])],
            Values = [.. chosen.Select(i => Values[i])],
            Variances = Variances is { } v ? [.. chosen.Select(i => v[i])] : null,
            Gradients = Gradients is { } g ? [.. chosen.Select(i => g[i])] : null,
        };
    }
}
