namespace CoDesign.Optimization.Gradient;

/// <summary>Everything gradient descent knows after a step; writing it down and reading it back continues to the same
/// bits.</summary>
public sealed record GradientDescentState
{
    /// <summary>Steps done.</summary>
    public required int Step { get; init; }

    /// <summary>Current point, [parameters].</summary>
    public required double[] Point { get; init; }

    /// <summary>Adam's first moment, [parameters].</summary>
    public required double[] FirstMoment { get; init; }

    /// <summary>Adam's second moment, [parameters].</summary>
    public required double[] SecondMoment { get; init; }

    /// <summary>Lagrange multipliers of the last step, [constraints], in units of the objective.</summary>
    public required double[] Multipliers { get; init; }

    /// <summary>Sum of the points that enter the average, [parameters].</summary>
    public required double[] PointSum { get; init; }

    /// <summary>How many points entered the average.</summary>
    public required int Averaged { get; init; }

    /// <summary>Averaged point, or the current one before averaging began, [parameters].</summary>
    public double[] Result() => Averaged == 0 ? [.. Point] : [.. PointSum.Select(s => s / Averaged)];
}
