using System.Globalization;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Tests;

/// <summary>Studies with an outer loop and with a trade-off. The numbers are made up for the looks.</summary>
internal static class OuterFixture
{
    public const int Trials = 14;

    private static readonly string[] Absorbers = ["lead", "iron", "tungsten"];
    private static readonly string[] Actives = ["polystyrene", "lyso"];

    private static readonly (string Name, string[] Words, double Low, double High)[] Structure =
    [
        ("front_layers", [], 10, 60), ("back_layers", [], 10, 60), ("front_absorber", Absorbers, 0, 2),
        ("back_absorber", Absorbers, 0, 2), ("front_active", Actives, 0, 1), ("back_active", Actives, 0, 1),
    ];

    // Layers, absorbers and active materials; trial 9 is the best, 3 and 11 fail, 4, 7 and 12 are given up.
    private static readonly double[][] Structures =
    [
        [33, 33, 0, 0, 0, 0], [14, 18, 1, 2, 0, 0], [20, 40, 0, 0, 0, 0], [14, 14, 2, 1, 1, 1], [45, 16, 0, 1, 0, 1],
        [28, 38, 2, 0, 0, 0], [36, 30, 2, 0, 0, 0], [26, 22, 1, 2, 0, 1], [30, 36, 2, 0, 0, 0], [32, 34, 2, 0, 0, 0],
        [33, 34, 2, 2, 0, 0], [58, 58, 1, 1, 0, 1], [55, 51, 2, 0, 0, 1], [32, 34, 0, 0, 0, 0],
    ];

    private static readonly double[] Objectives =
    [
        0.952, 1.744, 1.21, double.NaN, 1.657, 0.934, 0.941, 2.603, 0.924, 0.918, 0.968, double.NaN, 1.513, 0.95,
    ];

    /// <summary>A study whose structure an outer loop chose.</summary>
    public static ReportInput Structural()
    {
        ReportInput good = Fixtures.Good();
        return good with
        {
            Summary = good.Summary with
            {
                Name = "structure",
                Baseline = With(good.Summary.Baseline, Structures[0]),
                Optimum = With(good.Summary.Optimum, Structures[9]),
                OwnSearch = "nested",
                Outer = Outer(),
                Searches = new Dictionary<string, SearchSummary>
                {
                    ["random"] = Search(good, "random", 0.41, 0.012),
                    ["sobol"] = Search(good, "sobol", 0.24, 0.009),
                    ["outer_only"] = Search(good, "sobol", 0.081, 0.004),
                    ["inner_only"] = Search(good, "gradient", 0.037, 0.002),
                    ["nested"] = good.Summary.Searches["gradient"],
                },
                Sensitivities =
                [
                    .. good.Summary.Sensitivities, new("front_absorber", 1, "", 0.21, 0, 0.004),
                    new("back_active", 1, "", 0, double.NaN, 0.004),
                ],
                Replicas = [.. good.Summary.Replicas.Select(replica => replica with
                {
                    Parameters = Values(Structures[9]).Concat(replica.Parameters).ToDictionary(),
                })],
            },
            History = [.. good.History.Select(point => point with
            {
                Parameters = [.. Structures[9], .. point.Parameters],
            })],
        };
    }

    /// <summary>A study of the objective against cost, with a choice along the front.</summary>
    public static ReportInput Tradeoff()
    {
        ReportInput good = Fixtures.Good();
        double[] levels = [1.3, 1.15, 1, 0.9, 0.8, 0.7, 0.6, 0.5];
        FrontPoint[] points = [.. levels.Select((level, i) => Point(good.Summary, level, i))];
        return good with
        {
            Summary = good.Summary with
            {
                Name = "trade-off",
                Baseline = With(good.Summary.Baseline, Structures[0]),
                Optimum = With(good.Summary.Optimum, Structures[0]),
                Tradeoff = new TradeoffSummary
                {
                    Constraint = "cost",
                    Expression = "cost",
                    Unit = "EUR",
                    Reference = [1.35, 1.43 * 118_350],
                    Gradient = new FrontSummary(1_400_000, 8, points, 0.84, 0.006),
                    Search = new FrontSummary(1_300_000, 40, [.. points.Skip(2).Select((point, i) => point with
                    {
                        Level = null,
                        Quantity = point.Quantity * 1.04,
                        Objective = point.Objective * (1.05 + (0.01 * i)),
                        StepLoss = null,
                        StepLossError = null,
                    })], 0.61, 0.011),
                    SearchDesigns = [.. Enumerable.Range(0, 40).Select(i => (double[])
                        [118_350 * (0.4 + (0.025 * i)), 1.1 + (0.9 * Math.Abs(Math.Sin(7.1 * i))), 0.03])],
                },
            },
        };
    }

    /// <summary>The same with what may go wrong: no slices, nothing found, no numbers, words made to break things.
    /// </summary>
    public static ReportInput Broken()
    {
        ReportInput structural = Structural(), tradeoff = Tradeoff();
        OuterSummary outer = Outer();
        TradeoffSummary front = tradeoff.Summary.Tradeoff!; // set by Tradeoff
        return structural with
        {
            Summary = structural.Summary with
            {
                Outer = outer with
                {
                    Best = 0,
                    Slices = [.. outer.Slices.Take(2).Select(slice => slice with
                    {
                        Mean = [.. slice.Mean.Select((mean, i) => i == 1 ? double.NaN : mean)],
                        StandardDeviation = [.. slice.StandardDeviation.Select(_ => double.PositiveInfinity)],
                    })],
                    Trials = [.. outer.Trials.Take(2).Select(trial => trial with
                    {
                        Status = trial.Number == 0 ? "finished" : "failed",
                        Reason = trial.Number == 0 ? "" : "</td><script>alert(3)</script> & \"more\"",
                        Objective = trial.Number == 0 ? 0.95 : double.NaN,
                        ObjectiveError = double.NaN,
                    })],
                },
                Searches = structural.Summary.Searches.ToDictionary(pair => pair.Key, pair => pair.Key == "outer_only"
                    ? pair.Value with
                    {
                        Events = 1000,
                        Objective = double.NaN,
                        ObjectiveError = double.NaN,
                        Excess = null,
                        ExcessError = null,
                    }
                    : pair.Value),
                Tradeoff = front with
                {
                    Gradient = front.Gradient with
                    {
                        Hypervolume = double.NaN,
                        Points = [.. front.Gradient.Points.Take(2).Select(point => point with
                        {
                            Objective = double.NaN,
                            ObjectiveError = double.PositiveInfinity,
                            Loss = double.NaN,
                            Kept = false,
                        })],
                    },
                    Search = new FrontSummary(0, 0, [], 0, 0),
                    SearchDesigns = [],
                },
            },
        };
    }

    private static SearchSummary Search(ReportInput good, string like, double excess, double error) =>
        good.Summary.Searches[like] with
        {
            Objective = 0.982 * (1 + excess),
            Excess = excess,
            ExcessError = error,
        };

    private static OuterSummary Outer() => new()
    {
        Parameters = [.. Structure.Select(parameter => parameter.Name)],
        Best = 9,
        Events = 5_120_000,
        Trials = [.. Structures.Select(Trial)],
        Slices = [.. Structure.Select((parameter, i) => Slice(parameter.Name, i))],
    };

    private static StructureSummary Trial(double[] structure, int number)
    {
        bool isFailed = double.IsNaN(Objectives[number]), isStopped = number is 4 or 7 or 12;
        return new StructureSummary
        {
            Number = number,
            Structure = Values(structure),
            Words = Words(structure),
            Status = isFailed ? "infeasible" : isStopped ? "stopped" : "finished",
            Reason = isFailed ? "no design was found that keeps cost, containment"
                : isStopped ? "given up after 20 steps: it could not win" : "",
            Objective = Objectives[number],
            ObjectiveError = isFailed ? double.NaN : isStopped ? 0.12 : 0.011,
            PairedError = isFailed ? double.NaN : isStopped ? 0.12 : 0.004,
            StartedFrom = number == 0 ? null : number == 1 ? 0 : number - 2 is 3 or 11 ? 0 : number - 2,
            Events = isStopped ? 120_000 : 430_000,
        };
    }

    private static SliceSummary Slice(string name, int index)
    {
        (_, string[] words, double low, double high) = Structure[index];
        double[] values = words.Length > 0 ? [.. words.Select((_, i) => (double)i)]
            : [.. Enumerable.Range(0, 25).Select(i => Math.Round(low + (i * (high - low) / 24)))];
        double best = Structures[9][index];
        return new SliceSummary
        {
            Parameter = name,
            Labels = [.. values.Select(value => Word(index, value))],
            Values = values,
            Mean = [.. values.Select(value => 0.918 + (1.2 * Math.Pow((value - best) / (high - low), 2)))],
            StandardDeviation = [.. values.Select(value => 0.01 + (0.2 * Math.Abs(value - best) / (high - low)))],
        };
    }

    private static FrontPoint Point(StudySummary summary, double level, int i)
    {
        Dictionary<string, double> values = summary.Optimum.Parameters.ToDictionary(p => p.Key, p => p.Key switch
        {
            "cell_size" => p.Value.Value / level,
            "light_yield" => p.Value.Value * level,
            _ => p.Value.Value,
        });
        double[] structure = [33, 33, level > 0.75 ? 0 : 1, 0, 0, 0];
        double loss = 0.05 * (Math.Pow(1 / level, 2) - 1);
        return new FrontPoint
        {
            Level = level,
            Quantity = 118_350 * level * (level == 0.5 ? 1.02 : 1),
            Objective = 0.982 * (1 + loss),
            ObjectiveError = 0.009,
            Loss = loss,
            LossError = level == 1 ? 0 : 0.002,
            StepLoss = i == 0 ? null : 0.05 * (Math.Pow(1 / level, 2) - Math.Pow(1 / (level + 0.12), 2)),
            StepLossError = i == 0 ? null : 0.0015,
            Kept = level != 0.5,
            Parameters = Values(structure).Concat(values).ToDictionary(),
            Words = Words(structure).Concat(values.Select(p => KeyValuePair.Create(
                p.Key, p.Value.ToString("G4", CultureInfo.InvariantCulture)))).ToDictionary(),
        };
    }

    private static DesignSummary With(DesignSummary design, double[] structure) => design with
    {
        Parameters = Structure.Select((parameter, i) => KeyValuePair.Create(parameter.Name, new ParameterSummary
        {
            Value = structure[i],
            Unit = "",
            Bounds = [parameter.Low, parameter.High],
            Stage = "geometry",
            Kind = parameter.Words.Length > 0 ? "choice" : "integer",
            Word = parameter.Words.Length > 0 ? parameter.Words[(int)structure[i]] : null,
            Structural = true,
            Description = "part of the structure",
        })).Concat(design.Parameters).ToDictionary(),
    };

    private static Dictionary<string, double> Values(double[] structure) =>
        Structure.Select((parameter, i) => (parameter.Name, structure[i])).ToDictionary();

    private static Dictionary<string, string> Words(double[] structure) =>
        Structure.Select((parameter, i) => (parameter.Name, Word(i, structure[i]))).ToDictionary();

    private static string Word(int index, double value) => Structure[index].Words is { Length: > 0 } words
        ? words[(int)value] : value.ToString("0", CultureInfo.InvariantCulture);
}
