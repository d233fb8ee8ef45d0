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

    /// <summary>Names the first number that is not finite; null where all are.</summary>
    /// <param name="parameters">Names of the parameters.</param>
    /// <param name="constraints">Names of the constraints.</param>
    public string? NotFinite(IReadOnlyList<string> parameters, IReadOnlyList<string> constraints)
    {
        if (!double.IsFinite(Value))
        {
            return $"the objective is {Value}";
        }

        for (int i = 0; i < Gradient.Length; i++)
        {
            if (!double.IsFinite(Gradient[i]))
            {
                return $"the gradient of the objective by {parameters[i]} is {Gradient[i]}";
            }
        }

        for (int i = 0; i < Constraints.Length; i++)
        {
            if (!double.IsFinite(Constraints[i]))
            {
                return $"the constraint {constraints[i]} is {Constraints[i]}";
            }

            if (Array.FindIndex(Jacobian[i], g => !double.IsFinite(g)) is var bad and >= 0)
            {
                return $"the gradient of the constraint {constraints[i]} by {parameters[bad]} is {Jacobian[i][bad]}";
            }
        }

        return null;
    }
}
