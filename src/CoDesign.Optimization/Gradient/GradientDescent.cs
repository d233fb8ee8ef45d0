namespace CoDesign.Optimization.Gradient;

/// <summary>Adam's step under linearised constraints, as a pure function from state to state.</summary>
/// <remarks>
/// A step p minimises m p + p B p / 2 + rho sum max(0, c + J p) (|c + J p| for an equality): m is Adam's first moment
/// of the objective's gradient, B = sqrt(v) / rate Adam's diagonal, c and J the constraints at the point. Without
/// constraints this is Adam. The multipliers are those of this small problem, so they have no memory that could wind
/// up: updated by c every few steps they overshoot, and the point ends well inside a limit that has a price.
/// Sources: Kingma, Ba, arXiv 1412.6980 (Adam); Nocedal, Wright, Numerical Optimization (2006), section 18.5
/// (sequential quadratic programming with an l1 penalty); Polyak, Juditsky, SIAM J. Control Optim. 30 (1992) 838
/// (averaging).
/// </remarks>
/// <param name="options">Settings.</param>
public sealed class GradientDescent(GradientDescentOptions options)
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.99;
    private const double Epsilon = 1e-10;

    // A step longer than this many learning rates is shortened: constraints are linear only nearby.
    private const double LongestStep = 3;

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
        double rate = LearningRate(state.Step);
        double correction1 = 1 - Math.Pow(FirstDecay, step), correction2 = 1 - Math.Pow(SecondDecay, step);
        var (first, second) = (new double[n], new double[n]);
        var (mean, inverse) = (new double[n], new double[n]);
        for (int i = 0; i < n; i++)
        {
            first[i] = (FirstDecay * state.FirstMoment[i]) + ((1 - FirstDecay) * at.Gradient[i]);
            second[i] = (SecondDecay * state.SecondMoment[i]) + ((1 - SecondDecay) * at.Gradient[i] * at.Gradient[i]);
            mean[i] = first[i] / correction1;
            inverse[i] = rate / (Math.Sqrt(second[i] / correction2) + Epsilon);
        }

        (double[] move, double[] multipliers) = new ConstrainedStep(options.Constraints, options.Penalty)
            .Solve(mean, inverse, at.Constraints, at.Jacobian);
        double shorten = Math.Min(1, LongestStep * rate / Math.Max(move.Max(Math.Abs), double.Epsilon));
        double[] point = [.. state.Point.Zip(move, (x, p) => x + (shorten * p))];
        bool averages = step > options.Steps * (1 - options.AveragedFraction);
        return new GradientDescentState
        {
            Step = step,
            Point = point,
            FirstMoment = first,
            SecondMoment = second,
            Multipliers = multipliers,
            PointSum = averages ? [.. state.PointSum.Zip(point, (a, b) => a + b)] : state.PointSum,
            Averaged = state.Averaged + (averages ? 1 : 0),
        };
    }

    private double LearningRate(int step)
    {
        double progress = (double)step / options.Steps;
        double cosine = 0.5 * (1 + Math.Cos(Math.PI * progress));
        double warm = Math.Min(1, (step + 1.0) / (options.WarmUpSteps + 1));
        return warm * options.LearningRate * (options.FinalRate + ((1 - options.FinalRate) * cosine));
    }
}
