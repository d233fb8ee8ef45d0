namespace CoDesign.Optimization;

/// <summary>A function and its constraints at a point of an unconstrained space, with their gradients.</summary>
public sealed record FunctionEvaluation
{
    /// <summary>Value to minimise.</summary>
    public required double Value { get; init; }

    /// <summary>Gradient of the value, [parameters].</summary>
    public required double[] Gradient { get; init; }

    /// <summary>Constraint functions, [constraints]; an inequality holds when its function is at most 0.</summary>
    public double[] Constraints { get; init; } = [];

    /// <summary>Gradients of the constraints, [constraints][parameters].</summary>
    public double[][] Jacobian { get; init; } = [];

    /// <summary>Throws when a number is not finite, naming it.</summary>
    /// <param name="parameters">Names of the parameters, for the message.</param>
    /// <exception cref="NotFiniteNumberException">Value, gradient or a constraint is NaN or infinite.</exception>
    public void ThrowIfNotFinite(IReadOnlyList<string> parameters)
    {
        if (!double.IsFinite(Value))
        {
            throw new NotFiniteNumberException($"the objective is {Value}", Value);
        }

        for (int i = 0; i < Gradient.Length; i++)
        {
            if (!double.IsFinite(Gradient[i]))
            {
                throw new NotFiniteNumberException(
                    $"the gradient of the objective by {parameters[i]} is {Gradient[i]}", Gradient[i]);
            }
        }

        for (int i = 0; i < Constraints.Length; i++)
        {
            if (!double.IsFinite(Constraints[i]) || !Jacobian[i].All(double.IsFinite))
            {
                throw new NotFiniteNumberException($"constraint {i + 1} or its gradient is not finite", Constraints[i]);
            }
        }
    }
}
