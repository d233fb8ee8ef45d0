using CoDesign.Studies.Results;

namespace CoDesign.Reports.Tests;

/// <summary>Judgements with made-up numbers.</summary>
internal static class JudgeFixture
{
    public static JudgeSummary Confirmed(DesignSummary baseline, DesignSummary optimum) => new()
    {
        Verdict = "confirmed",
        Reason = JudgeReason.Gain,
        Statement = "Confirmed: in an independent Monte Carlo the optimum is better than the baseline by "
            + "11.2 ± 2.4 %. The size agrees with the model's 13.8 ± 1.1 %.",
        Simulation = "monte-carlo",
        Method = "The Monte Carlo follows every particle of a shower. Its visible energies go through the readout.",
        Comparison = "Compared.",
        Caution = "Agreement beyond the sign is agreement of the models. A small part of the ratio of the two is the "
            + "size of the training sample.",
        Noun = "showers",
        Events = 2048,
        Seconds = 212,
        Gain = new(0.112, 0.024, ""),
        ModelGain = new(0.131, 0.013, ""),
        SizeAgrees = true,
        SizeDifference = -0.98,
        Baseline = Design(baseline, 0.99),
        Optimum = Design(optimum, 1.03),
    };

    /// <summary>Nothing could be measured: no curve has points, no number is finite.</summary>
    public static JudgeSummary Unknown()
    {
        MetricSummary none = new(double.NaN, double.NaN, "%");
        var performance = new JudgedPerformance
        {
            Objective = none,
            Metrics = new Dictionary<string, MetricSummary> { ["mass_resolution"] = none },
            Curves = new Dictionary<string, CurveSummary>
            {
                ["energy_resolution"] = new("resolution", "%", CurveAxis.Energy, []),
            },
        };
        var design = new JudgedDesignSummary(performance, performance);
        return new()
        {
            Verdict = "not_confirmed",
            Reason = JudgeReason.NotMeasured,
            Statement = "Not confirmed: the gain could not be measured in the Monte Carlo.",
            Simulation = "monte-carlo",
            Method = "",
            Comparison = "Compared.",
            Caution = "",
            Noun = "showers",
            Events = 256,
            Seconds = 3,
            Gain = none,
            ModelGain = none,
            SizeAgrees = false,
            SizeDifference = double.NaN,
            Baseline = design,
            Optimum = design,
        };
    }

    // The design's own numbers as the model's, and those times a factor as the Monte Carlo's, with larger errors.
    private static JudgedDesignSummary Design(DesignSummary design, double factor)
    {
        MetricSummary Scaled(MetricSummary metric, double by, double error) =>
            new(metric.Value * by, Math.Abs(metric.Value) * error, metric.Unit);
        JudgedPerformance Performance(double by, double error) => new()
        {
            Objective = Scaled(design.Objective, by, error),
            Metrics = design.Metrics.Append(new("visible_fraction", new(14.2, 0.01, "%")))
                .ToDictionary(metric => metric.Key, metric => Scaled(metric.Value, by, error)),
            Curves = design.Curves.ToDictionary(curve => curve.Key, curve => curve.Value with
            {
                Points = [.. curve.Value.Points.Select(point =>
                    point with { Value = point.Value * by, Error = point.Value * 2 * error })],
            }),
        };
        return new(Performance(factor, 0.03), Performance(1, 0.02));
    }
}
