using CoDesign.Hdf5;
using CoDesign.Studies.Results;

namespace CoDesign.Studies.Judging;

/// <summary>Baseline and optimum as an independent simulation sees them.</summary>
internal abstract class Judgement
{
    /// <summary>The word of the simulation.</summary>
    protected abstract string Simulation { get; }

    /// <summary>What its events are: "showers" or "tracks".</summary>
    protected abstract string Noun { get; }

    /// <summary>What it simulates and how its events are reconstructed.</summary>
    protected abstract string Method { get; }

    /// <summary>How its errors and its agreement with the model are to be read.</summary>
    protected abstract string Caution { get; }

    /// <summary>How the gain by the model on the judge's events compares with the other two gains.</summary>
    protected abstract string Comparison { get; }

    /// <summary>Events at each design.</summary>
    protected abstract int Events { get; }

    /// <summary>Gain of the independent simulation, and its error.</summary>
    protected abstract (double Value, double Error) Gain { get; }

    /// <summary>Gain of the gradient's model on the same primaries, and its error.</summary>
    protected abstract (double Value, double Error) ModelGain { get; }

    /// <summary>Both designs in both simulations.</summary>
    protected abstract (JudgedDesignSummary Baseline, JudgedDesignSummary Optimum) Designs();

    /// <summary>Writes the events.</summary>
    /// <param name="group">Where to.</param>
    public abstract void Write(Hdf5Group group);

    /// <summary>The findings.</summary>
    /// <param name="seconds">Time of the simulation [s].</param>
    /// <param name="gain">Gain of the final evaluation.</param>
    /// <param name="broken">Constraints that the optimum does not keep.</param>
    public JudgeSummary Summary(double seconds, GainSummary gain, IReadOnlyList<string> broken)
    {
        (double value, double error) = Gain;
        (double modelValue, double modelError) = ModelGain;
        (JudgedDesignSummary baseline, JudgedDesignSummary optimum) = Designs();
        var verdict = new JudgeVerdict(value, error, gain.Value, gain.Error, broken, Events, Noun);
        return new JudgeSummary
        {
            Verdict = verdict.Confirmed ? "confirmed" : "not_confirmed",
            Reason = verdict.Reason,
            Statement = verdict.Statement,
            Simulation = Simulation,
            Method = Method,
            Caution = Caution,
            Comparison = Comparison,
            Noun = Noun,
            Events = Events,
            Seconds = seconds,
            Gain = new MetricSummary(value, error, ""),
            ModelGain = new MetricSummary(modelValue, modelError, ""),
            SizeAgrees = verdict.SizeAgrees,
            SizeDifference = verdict.SizeDifference,
            Baseline = baseline,
            Optimum = optimum,
        };
    }
}
