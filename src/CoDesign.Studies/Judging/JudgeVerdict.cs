using CoDesign.Studies.Results;

namespace CoDesign.Studies.Judging;

/// <summary>What a judge's gain means.</summary>
/// <remarks>
/// Confirmed: the judge sees a gain above zero by at least <see cref="Sigmas"/> standard errors, and the optimum keeps
/// the constraints. The question is one of sign, asked once of one design that another simulation has found better: a
/// design without any gain passes in about 1 case of 37 (Student's t of 31 degrees of freedom). Whether the size is the
/// model's is a second question, with its own answer.
/// </remarks>
/// <param name="Gain">The judge's gain.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="ModelGain">Gain of the study's final evaluation, by the gradient's model.</param>
/// <param name="ModelError">Its standard error.</param>
/// <param name="Broken">Constraints that the optimum does not keep.</param>
/// <param name="Events">The judge's events at each design.</param>
/// <param name="Noun">What they are: "showers" or "tracks".</param>
internal sealed record JudgeVerdict(
    double Gain, double Error, double ModelGain, double ModelError, IReadOnlyList<string> Broken, int Events,
    string Noun)
{
    /// <summary>Standard errors that a statement needs.</summary>
    public const double Sigmas = 2;

    // A true gain of this many errors is seen in 95 of 100 cases: one-sided 95 % quantile of a normal error on top.
    private const double SurelySeen = Sigmas + 1.645;

    /// <summary>Whether the judge confirms a gain.</summary>
    public bool Confirmed => Reason == JudgeReason.Gain;

    /// <summary>Why, one of <see cref="JudgeReason"/>.</summary>
    public string Reason
    {
        get
        {
            if (!double.IsFinite(Gain) || !double.IsFinite(Error))
            {
                return JudgeReason.NotMeasured;
            }

            if (Seen)
            {
                return Broken.Count == 0 ? JudgeReason.Gain : JudgeReason.BrokenConstraint;
            }

            // An optimum that is the baseline has neither gain nor error.
            if (Gain < 0 && Gain <= -Sigmas * Error)
            {
                return JudgeReason.Worse;
            }

            // More events would not mend a broken constraint.
            return ModelGain >= SurelySeen * Error ? JudgeReason.NoGain
                : Broken.Count > 0 ? JudgeReason.BrokenConstraint : JudgeReason.Undecided;
        }
    }

    /// <summary>Judge minus model in combined standard errors.</summary>
    public double SizeDifference => Gain == ModelGain
        ? 0 : (Gain - ModelGain) / Math.Sqrt((Error * Error) + (ModelError * ModelError));

    /// <summary>Whether the judge's gain is as large as the model's.</summary>
    public bool SizeAgrees => Math.Abs(SizeDifference) <= Sigmas;

    /// <summary>The verdict with its reason.</summary>
    public string Statement
    {
        get
        {
            string seen = $"{100 * Gain:0.0} ± {100 * Error:0.0} %";
            string said = $"{100 * ModelGain:0.0} ± {100 * ModelError:0.0} %";
            return Reason switch
            {
                JudgeReason.Gain => "Confirmed: in an independent Monte Carlo the optimum is better than the baseline "
                    + $"by {seen}. {Size(said)}",
                JudgeReason.Worse => "Not confirmed: in an independent Monte Carlo the optimum is worse than the "
                    + $"baseline (gain {seen}; the model says {said}).",
                JudgeReason.NoGain => "Not confirmed: an independent Monte Carlo cannot tell optimum and baseline "
                    + $"apart (gain {seen}; the model says {said}); a gain as large as the model's would have been "
                    + "seen.",
                JudgeReason.Undecided => $"Not yet confirmed: undecided, too few {Noun}. An independent Monte Carlo "
                    + $"with {Events} {Noun} cannot decide (gain {seen}; the model says {said}); more events would.",
                JudgeReason.BrokenConstraint => "Not confirmed: the optimum does not keep "
                    + $"{string.Join(", ", Broken)}; an independent Monte Carlo "
                    + (Seen ? $"sees a gain ({seen})." : $"with {Events} {Noun} cannot decide on a gain ({seen})."),
                _ => "Not confirmed: the gain could not be measured in the Monte Carlo.",
            };
        }
    }

    private bool Seen => Gain > 0 && Gain >= Sigmas * Error;

    private string Size(string said) => SizeAgrees
        ? $"The size agrees with the model's {said}."
        : $"The size does not agree with the model's {said}: the Monte Carlo's is "
            + $"{(SizeDifference > 0 ? "larger" : "smaller")} by {Math.Abs(SizeDifference):0.0} standard errors.";
}
