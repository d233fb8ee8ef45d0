namespace CoDesign.Studies.Runs.Outer;

/// <summary>Decides whether a descent can still win, by how much earlier ones fell from the same step on.</summary>
/// <remarks>
/// At a check point the smooth objective f is the mean of the latest steps, with its standard error e. The earlier
/// descents that went to their end fell from that step on by at most d. The descent is given up when even
/// f - 3 e - 1.5 d is above the best end so far. Its end is then expected at f minus the mean fall, with the scatter of
/// the falls and e as its error.
/// </remarks>
/// <param name="steps">Steps of a descent.</param>
internal sealed class EarlyStop(int steps)
{
    private const double Errors = 3;
    private const double Falls = 1.5;

    // Falls of fewer descents say nothing of how far one can fall.
    private const int FewestFinished = 3;

    /// <summary>Numbers of steps after which a descent is checked: a third and two thirds.</summary>
    public IReadOnlyList<int> CheckPoints { get; } = [(steps + 2) / 3, ((2 * steps) + 2) / 3];

    /// <summary>Mean of the latest objectives and its standard error.</summary>
    /// <param name="objectives">Smooth objectives of the steps so far.</param>
    public (double Mean, double Error) Latest(IReadOnlyList<double> objectives)
    {
        double[] latest = [.. objectives.TakeLast(Math.Max(4, steps / 10))];
        return (latest.Average(), Statistics.StandardError(latest));
    }

    /// <summary>What is known at a check point.</summary>
    /// <param name="objectives">Smooth objectives of the steps so far; as many as a check point says.</param>
    /// <param name="finished">Smooth objectives of the finished descents, at the check points and at the
    /// end.</param>
    /// <returns>The expected end and its error when the descent cannot win, else null.</returns>
    public (double Expected, double Error)? GiveUp(IReadOnlyList<double> objectives, IReadOnlyList<double[]> finished)
    {
        int check = CheckPoints.ToList().IndexOf(objectives.Count);
        if (check < 0 || finished.Count < FewestFinished)
        {
            return null;
        }

        double[] falls = [.. finished.Select(f => f[check] - f[^1])];
        (double mean, double error) = Latest(objectives);
        double best = finished.Min(f => f[^1]);
        return !double.IsFinite(error) || mean - (Errors * error) - (Falls * Math.Max(0, falls.Max())) <= best ? null
            : (mean - falls.Average(), Math.Sqrt((error * error) + Math.Pow(Statistics.StandardDeviation(falls), 2)));
    }
}
