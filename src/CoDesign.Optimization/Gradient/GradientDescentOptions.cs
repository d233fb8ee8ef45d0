namespace CoDesign.Optimization.Gradient;

/// <summary>Settings of stochastic gradient descent under constraints.</summary>
public sealed record GradientDescentOptions
{
    /// <summary>Number of steps, at least 1.</summary>
    public required int Steps { get; init; }

    /// <summary>Adam's learning rate at the start, in units of the unconstrained parameters.</summary>
    public double LearningRate { get; init; } = 0.08;

    /// <summary>Learning rate at the end, as a fraction of that at the start; a cosine leads from one to the
    /// other.</summary>
    public double FinalRate { get; init; } = 0.03;

    /// <summary>Steps over which the learning rate rises to its value. The first step of Adam goes as far in a flat
    /// direction as in a steep one, which a start near an optimum does not survive.</summary>
    public int WarmUpSteps { get; init; }

    /// <summary>Penalty rho of a violated constraint, in units of the objective; no multiplier gets larger than
    /// it.</summary>
    public double Penalty { get; init; } = 5;

    /// <summary>The result is the mean of the points of this last fraction of the steps (Polyak averaging).</summary>
    public double AveragedFraction { get; init; } = 0.25;

    /// <summary>Kinds of the constraints, [constraints].</summary>
    public IReadOnlyList<ConstraintKind> Constraints { get; init; } = [];
}
