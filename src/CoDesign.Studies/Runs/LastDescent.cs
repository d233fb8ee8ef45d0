using CoDesign.Studies.Objectives;

namespace CoDesign.Studies.Runs;

/// <summary>Holds the optimum against the best designs that other parts of the run found: what beats it is the start of a
/// last descent, and the best of all is the result.</summary>
/// <remarks>
/// Designs are compared on common events. Their objectives in the evaluation only say which rivals are worth a
/// measurement; it is the validation events, which no reported number uses, that decide, and a rival must win by more
/// than the error of the difference. Where none does, nothing is simulated.
/// </remarks>
internal sealed class LastDescent(RunContext context, FinalEvaluation evaluation)
{
    // A smaller share is rounding.
    private const double Smallest = 1e-6;

    private int _descents;

    /// <summary>The best of a design, its rivals, and the end of a descent from the best rival.</summary>
    /// <param name="own">The best design so far.</param>
    /// <param name="objectives">Its objectives, on the events of the rivals' objectives.</param>
    /// <param name="rivals">The others.</param>
    public BestDesign Best(BestDesign own, double[] objectives, IEnumerable<Rival> rivals)
    {
        (Rival Rival, MeasuredObjective Measured)[] better =
        [
            .. rivals.Where(r => IsPromising(r, objectives, own)).Select(r => (
                r, Measured: evaluation.ValidationIfMeasured($"rival/{r.Name}", r.Theta)))
                .Where(r => r.Measured is { } m && Beats(m, own.Measured)).Select(r => (r.r, r.Measured ?? own.Measured))
                .OrderBy(r => r.Item2.Value),
        ];
        if (better is not [var (rival, measured), ..])
        {
            return own;
        }

        int replica = context.Study.Optimizer.Replicas + _descents++;
        double[] refined = new ReplicaOptimisation(context, replica, rival.Theta, ReplicaRole.Last).Run().Theta;
        return context.Function.Satisfied(refined)
            && evaluation.ValidationIfMeasured($"last/{replica}", refined) is { } end && end.Value < measured.Value
            ? new BestDesign($"{rival.FoundBy}, and a last descent from its design", refined, end, replica)
            : new BestDesign(rival.FoundBy, rival.Theta, measured, replica);
    }

    private bool IsPromising(Rival rival, double[] objectives, BestDesign own) =>
        (rival.Objectives.Length == objectives.Length ? IsLess(rival.Objectives, objectives)
            : rival.Objectives is [var value] && value < own.Measured.Value * (1 - Smallest))
        && context.Function.Satisfied(rival.Theta);

    // Few seeds know their error badly: here it does not count, and a measurement too many is cheap.
    private static bool IsLess(double[] rival, double[] own) => rival.Zip(own, (r, o) => r / o).Average() < 1 - Smallest;

    private static bool Beats(MeasuredObjective rival, MeasuredObjective own) =>
        (rival.Value / own.Value) - 1 < -Margin([.. rival.Groups.Zip(own.Groups, (r, o) => r / o)]);

    private static double Margin(double[] ratios) =>
        Statistics.StandardError(ratios) is var error && double.IsFinite(error) ? Math.Max(error, Smallest) : Smallest;
}
