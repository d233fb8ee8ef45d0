namespace CoDesign.Optimization.Gradient;

/// <summary>Adam on the augmented Lagrangian, as a pure step from state to state.</summary>
/// <remarks>
/// Minimises f(u) + sum_i (1/2 rho) [max(0, l_i + rho c_i)^2 - l_i^2] (without the max for an equality). The
/// multipliers follow the constraints slowly, l_i to max(0, l_i + r rho c_i) after every step with a dual rate r below 1:
/// with noisy steps the textbook's r = 1 after every few steps makes them swing. Sources: Kingma, Ba, arXiv 1412.6980 (Adam); Nocedal, Wright, Numerical
/// Optimization (2006), section 17.3 (augmented Lagrangian); Polyak, Juditsky, SIAM J. Control Optim. 30 (1992) 838
/// (averaging).
/// </remarks>
/// <param name="options">Settings.</param>
public sealed class GradientDescent(GradientDescentOptions options)
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.99;
    private const double Epsilon = 1e-10;

    /// <summary>Settings.</summary>
    public GradientDescentOptions Options => options;

    /// <summary>State before the first step.</summary>
    /// <param name="point">Start, [parameters].</param>
    public GradientDescentState Start(double[] point) => new()
    {
        Step = 0,
        Point = [.. point],
        FirstMoment = new double[point.Length],
        SecondMoment = new double[point.Length],
        Multipliers = new double[options.Constraints.Count],
        PointSum = new double[point.Length],
        Averaged = 0,
    };

    /// <summary>Whether all steps are done.</summary>
    public bool Finished(GradientDescentState state) => state.Step >= options.Steps;

    /// <summary>One step.</summary>
    /// <param name="state">State before.</param>
    /// <param name="at">The function at <see cref="GradientDescentState.Point"/>.</param>
    /// <returns>State after.</returns>
    public GradientDescentState Advance(GradientDescentState state, FunctionEvaluation at)
    {
        int step = state.Step + 1, n = state.Point.Length;
        double[] force = Multipliers(state.Multipliers, at.Constraints, options.Penalty);
        double[] gradient = [.. at.Gradient];
        for (int c = 0; c < force.Length; c++)
        {
            for (int i = 0; i < n; i++)
            {
                gradient[i] += force[c] * at.Jacobian[c][i];
            }
        }

        double rate = LearningRate(state.Step);
        double correction1 = 1 - Math.Pow(FirstDecay, step), correction2 = 1 - Math.Pow(SecondDecay, step);
        var (first, second, point) = (new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++)
        {
            first[i] = (FirstDecay * state.FirstMoment[i]) + ((1 - FirstDecay) * gradient[i]);
            second[i] = (SecondDecay * state.SecondMoment[i]) + ((1 - SecondDecay) * gradient[i] * gradient[i]);
            point[i] = state.Point[i]
                - (rate * (first[i] / correction1) / (Math.Sqrt(second[i] / correction2) + Epsilon));
        }

        bool averages = step > options.Steps * (1 - options.AveragedFraction);
        return new GradientDescentState
        {
            Step = step,
            Point = point,
            FirstMoment = first,
            SecondMoment = second,
            Multipliers = Multipliers(state.Multipliers, at.Constraints, options.DualRate * options.Penalty),
            PointSum = averages ? [.. state.PointSum.Zip(point, (a, b) => a + b)] : state.PointSum,
            Averaged = state.Averaged + (averages ? 1 : 0),
        };
    }

    private double[] Multipliers(double[] multipliers, double[] constraints, double rate)
    {
        var force = new double[constraints.Length];
        for (int c = 0; c < force.Length; c++)
        {
            double value = multipliers[c] + (rate * constraints[c]);
            force[c] = options.Constraints[c] == ConstraintKind.Inequality ? Math.Max(0, value) : value;
        }

        return force;
    }

    private double LearningRate(int step)
    {
        double progress = (double)step / options.Steps;
        double cosine = 0.5 * (1 + Math.Cos(Math.PI * progress));
        return options.LearningRate * (options.FinalRate + ((1 - options.FinalRate) * cosine));
    }
}
