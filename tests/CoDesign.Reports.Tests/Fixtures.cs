using CoDesign.Studies.Results;

namespace CoDesign.Reports.Tests;

/// <summary>Studies with plausible numbers. Nothing here was simulated: the numbers are made up for the
/// looks.</summary>
internal static class Fixtures
{
    public const int Steps = 150;
    public const int Replicas = 5;

    private static readonly (string Name, double Baseline, double Optimum, double Low, double High, string Unit,
        string Kind, string What)[] Space =
    [
        ("absorber_front", 2.0, 1.52, 0.5, 6, "mm", "continuous", "lead plate of the front section"),
        ("absorber_middle", 2.0, 1.83, 0.5, 6, "mm", "continuous", "lead plate of the middle section"),
        ("absorber_back", 2.0, 2.71, 0.5, 6, "mm", "continuous", "lead plate of the back section"),
        ("scintillator_front", 4.0, 4.85, 1, 8, "mm", "continuous", "polystyrene tile of the front section"),
        ("scintillator_middle", 4.0, 4.12, 1, 8, "mm", "continuous", "polystyrene tile of the middle section"),
        ("scintillator_back", 4.0, 2.96, 1, 8, "mm", "continuous", "polystyrene tile of the back section"),
        ("cell_size", 40.4, 33.6, 15, 80, "mm", "continuous", "side of a cell"),
        ("light_yield", 3.0, 4.4, 0.5, 20, "1/MeV", "continuous", "photo-electrons per MeV in the scintillator"),
        ("shaping_time", 25, 18.4, 5, 200, "ns", "continuous", "shaping time of the front end"),
        ("adc_bits", 12, 12, 8, 16, "", "integer", "bits of the converter"),
    ];

    /// <summary>A study that went well.</summary>
    public static ReportInput Good() => new()
    {
        Summary = Summary(),
        History = History(),
        ResolvedStudy = """
            study: lhcb-ecal
            seed: 20261121
            objective:
              mass_resolution: {requirement: 8 MeV, weight: 1}
            constraints:
              cost: {at_most: baseline}
              depth: {at_most: baseline}
              power: {at_most: baseline}

            """,
    };

    /// <summary>A study in which much went wrong, with names made to break things.</summary>
    public static ReportInput Edge()
    {
        var good = Good();
        var summary = good.Summary;
        const string Long = "a_name_<b>that</b>_is_\"much\"_longer_than_anybody_would_choose_but_somebody_will_&_does";
        var parameters = summary.Optimum.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value);
        parameters["absorber_front"] = parameters["absorber_front"] with
        {
            Value = 0.5,
            AtBound = "lower",
            Interval = [0.5, 0.5]
        };
        parameters[Long] = parameters["cell_size"] with
        {
            Value = double.NaN,
            Interval = [double.NaN, double.PositiveInfinity],
            Description = "<script>alert(1)</script>"
        };
        var constraints = summary.Constraints.ToDictionary(pair => pair.Key, pair => pair.Value);
        constraints["cost"] = constraints["cost"] with
        {
            Satisfied = false,
            Value = 131000,
            Price = double.NaN,
            PriceError = double.PositiveInfinity
        };
        constraints[Long] = constraints["power"] with
        {
            Expression = "a < b && \"c\"",
            Relation = "at_least",
            Price = 0,
            PriceError = 0
        };
        SectionSummary[] sections =
        [
            .. StackOf(summary.Optimum).Sections
                .Select(section => section with { Passive = new LayerSummary("steel & glue", 0.3) }),
            new SectionSummary("preshower <thin>", 400, new LayerSummary("tungsten", 0.02), null,
                new LayerSummary("silicon", 0.03)),
        ];
        return good with
        {
            Summary = summary with
            {
                Name = "</title><script>alert('x')</script>",
                Verdict = "The optimum is not better than the baseline: 0.4 ± 1.9 % </p>.",
                Quick = true,
                Gain = new GainSummary(0.004, 0.019, [0.05, -0.03, double.NaN]),
                Optimum = summary.Optimum with
                {
                    Parameters = parameters,
                    Metrics = new Dictionary<string, MetricSummary>(summary.Optimum.Metrics)
                    {
                        ["mass_resolution"] = new(8.9, double.NaN, "MeV"),
                        ["energy_bias"] = new(double.NaN, double.PositiveInfinity, "%"),
                    },
                    Layout = StackOf(summary.Optimum) with { Sections = sections, DepthMm = 452 },
                    Curves = summary.Optimum.Curves.ToDictionary(pair => pair.Key, pair => pair.Value with
                    {
                        Points = [.. pair.Value.Points
                            .Select((point, i) =>
                            i == 2 ? point with { Value = double.NaN, Error = double.NaN } : point)],
                    }),
                },
                Constraints = constraints,
                GradientCheck = new(-0.21, -0.35, 0.67, 0.004),
                Judge = JudgeFixture.Unknown(),
                Searches = summary.Searches
                    .ToDictionary(pair => pair.Key, pair => pair.Value with { ObjectiveError = double.NaN }),
                Sensitivities = [.. summary.Sensitivities, new(Long, 1, "mm", double.NaN, 0.01, double.NaN)],
                FlatDirections =
                [
                    new(0.001, 0.0002, new Dictionary<string, double> { [Long] = 0.8, ["cell_size"] = -0.6 }),
                ],
                Warnings = ["Only 3 seeds: <i>the error is itself uncertain</i>."],
                NotModelled = [],
            },
            ResolvedStudy = "name: </code></pre><script>alert(2)</script>\n",
        };
    }

    /// <summary>A summary with no journal, no searches, no constraints: a report must still come out.</summary>
    public static ReportInput Bare()
    {
        var good = Good();
        return good with
        {
            History = [],
            Summary = good.Summary with
            {
                Constraints = new Dictionary<string, ConstraintSummary>(),
                Searches = new Dictionary<string, SearchSummary>(),
                Judge = null,
                Sensitivities = [],
                FlatDirections = [],
                Replicas = [],
                Gain = new GainSummary(0.1, 0.01, []),
                Warnings = [],
                Baseline = Empty(good.Summary.Baseline),
                Optimum = Empty(good.Summary.Optimum),
            },
        };
    }

    private static DesignSummary Empty(DesignSummary design) => design with
    {
        Curves = new Dictionary<string, CurveSummary>
        {
            ["energy_resolution"] = new("resolution", "%", CurveAxis.Energy, []),
        },
        CostBreakdown = new Dictionary<string, double>(),
        Layout = StackOf(design) with { Sections = [], DepthMm = 0, RadiationLengths = 0 },
    };

    /// <summary>The calorimeter of a design.</summary>
    public static StackSummary StackOf(DesignSummary design) => (StackSummary)design.Layout;

    private static StudySummary Summary() => new()
    {
        Name = "LHCb-like electromagnetic calorimeter",
        Description = "A shashlik calorimeter of lead and polystyrene in three depth sections of 22 layers. Which "
            + "plates, cells and front end give the best two-photon mass resolution for no more money, depth and "
            + "power than the present one?",
        Verdict = "The optimum improves the two-photon mass resolution by (13.8 ± 1.1) % at the cost, depth and power "
            + "of the baseline: thinner lead in front, smaller cells, more light.",
        Quick = false,
        Objective = new("Resolution of the two-photon mass of π⁰ from 2 to 40 GeV over the requirement of 8 MeV.",
            [new("mass_resolution", 1, 8, "MeV")]),
        Baseline = Design(false),
        Optimum = Design(true),
        Gain = new GainSummary(0.138, 0.011, [0.142, 0.121, 0.168, 0.113, 0.146]),
        Constraints = new Dictionary<string, ConstraintSummary>
        {
            ["cost"] = Constraint("cost", 118400, 118350, 118400, "EUR", 0.34, 0.05, true),
            ["depth"] = Constraint("depth", 396, 395.8, 396, "mm", 0.21, 0.04, true),
            ["power"] = Constraint("channels * power_per_channel", 41.2, 35.1, 41.2, "W", 0.0, 0.01, false),
        },
        Judge = JudgeFixture.Confirmed(Design(false), Design(true)),
        GradientCheck = new(-0.2143, -0.2142, -0.0004, 0.0007),
        OwnSearch = "gradient",
        Searches = new Dictionary<string, SearchSummary>
        {
            ["random"] = Search(97, 0.31, 1.096, 0.012, 1.30),
            ["sobol"] = Search(96, 0.33, 1.081, 0.011, 1.27),
            ["gradient"] = Search(150, null, 0.982, 0.009, 1.19),
        },
        Sensitivities =
        [
            .. Space.Select((space, i) => new SensitivitySummary(
                space.Name, space.Kind == "integer" ? 1 : 0.1 * space.Optimum, space.Unit,
                0.002 + 0.031 / (1 + i), 0.001 + 0.024 / (1 + (i + 3) % 7), 0.0022)),
        ],
        FlatDirections = [Flat(0.004, 0.0007, 0), Flat(0.011, 0.0021, 2), Flat(0.035, 0.006, 5)],
        Published = [],
        Alternatives = [],
        Replicas =
        [
            .. Enumerable.Range(0, Replicas).Select(r => new ReplicaSummary(
                r, 0.982 + 0.004 * r, 0.009,
                    Space.ToDictionary(space => space.Name, space => End(space.Optimum, space.Kind, r)))),
        ],
        NotModelled =
        [
            "Light collection along the fibres and its non-uniformity over the cell.",
            "Radiation damage; the optimum is for new material.",
            "Pile-up from neighbouring bunch crossings.",
            "Mechanical tolerances of plates and tiles.",
        ],
        Warnings = ["The parametric shower model was checked against the Monte Carlo for plates of 1 to 4 mm only."],
        Cost = new()
        {
            Events = 21_400_000,
            Seconds = 5230,
            EnergyKwh = 0.0241,
            EnergyNote = "Green Algorithms: time × (cores × 12 W × usage + 8 GiB × 0.3725 W) × PUE 1.0",
        },
        Provenance = new()
        {
            Seed = 20261121,
            Version = "0.1.0+3d20f9b",
            StudySha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Versions = new Dictionary<string, string>
            {
                [".NET"] = "10.0.12",
                ["libtorch"] = "2.10.0",
                ["BLAS"] = "MKL 2024.2",
                ["HDF5"] = "1.10.8"
            },
            Machine = "2 cores of an x86-64 processor, 8 GiB",
            Threads = 2,
            Started = "2026-11-21T18:03:11Z",
        },
    };

    private static DesignSummary Design(bool optimum)
    {
        double Pick(double before, double after) => optimum ? after : before;
        var (a, b, c) = (Pick(9.4, 8.2), Pick(0.83, 0.79), Pick(14, 9.5));
        double Resolution(double energy) => Math.Sqrt(a * a / energy + b * b + c * c / energy / energy / 100);
        double[] energies = [2, 4, 7, 12, 20, 35, 60, 100];
        CurveSummary Curve(string label, string unit, Func<double, double> value, double relativeError) =>
            new(label, unit, CurveAxis.Energy,
            [.. energies.Select((energy, i) => new CurvePoint(
                energy, value(energy) * (1 + relativeError * Wiggle(i + (optimum ? 5 : 0))),
                    relativeError * value(energy)))]);
        double Value(int i) => Pick(Space[i].Baseline, Space[i].Optimum);
        return new()
        {
            Objective = new(Pick(1.139, 0.982), Pick(0.010, 0.009), ""),
            SmoothObjective = new(Pick(1.127, 0.969), Pick(0.010, 0.009), ""),
            Metrics = new Dictionary<string, MetricSummary>
            {
                ["mass_resolution"] = new(Pick(9.11, 7.86), Pick(0.08, 0.072), "MeV"),
                ["energy_resolution"] = new(Pick(3.12, 2.74), 0.021, "%"),
                ["position_resolution"] = new(Pick(3.84, 3.21), 0.043, "mm"),
                ["energy_bias"] = new(Pick(0.12, -0.08), 0.06, "%"),
            },
            Parameters = Space.ToDictionary(space => space.Name, space => new ParameterSummary
            {
                Value = Pick(space.Baseline, space.Optimum),
                Unit = space.Unit,
                Interval = optimum ? [End(space.Optimum, space.Kind, 1), End(space.Optimum, space.Kind, 4)] : null,
                AtBound = null,
                Bounds = [space.Low, space.High],
                Stage = space.Name is "shaping_time" or "adc_bits" or "light_yield" ? "readout" : "geometry",
                Kind = space.Kind,
                Description = space.What,
            }),
            Curves = new Dictionary<string, CurveSummary>
            {
                ["energy_resolution"] = Curve("energy resolution σ/E", "%", Resolution, 0.02) with
                {
                    Fit = new()
                    {
                        Formula = "σ/E = a/√E ⊕ b ⊕ c/E, E in GeV",
                        Terms = new Dictionary<string, MetricSummary>
                        {
                            ["stochastic"] = new(a, 0.11, "% √GeV"),
                            ["constant"] = new(b, 0.05, "%"),
                            ["noise"] = new(c / 10, 0.3, "% GeV"),
                        },
                        ChiSquare = Pick(4.1, 6.3),
                        DegreesOfFreedom = 5,
                        Line = [.. energies.Select(energy => (double[])[energy, Resolution(energy)])],
                    },
                },
                ["energy_linearity"] = Curve("reconstructed over true energy", "", energy =>
                    1 + 0.004 * Math.Log(energy / 20), 0.0015),
                ["position_resolution"] = Curve("position resolution", "mm", energy =>
                    Pick(8.3, 6.9) / Math.Sqrt(energy) + Pick(0.9, 0.7), 0.025),
                ["mass_resolution"] = Curve("two-photon mass resolution", "MeV", energy =>
                    Pick(12.8, 11) / Math.Sqrt(energy) + Pick(6.1, 5.3), 0.03),
            },
            CostBreakdown = new Dictionary<string, double>
            {
                ["lead"] = Pick(7300, 7250),
                ["scintillator"] = Pick(38900, 36400),
                ["photodetectors"] = Pick(39200, 42100),
                ["electronics"] = Pick(33000, 32600),
            },
            CostCurrency = "EUR (2026-11)",
            Layout = new StackSummary(
                [
                    new("front", 22, new("lead", Value(0)), null, new("polystyrene", Value(3))),
                    new("middle", 22, new("lead", Value(1)), null, new("polystyrene", Value(4))),
                    new("back", 22, new("lead", Value(2)), null, new("polystyrene", Value(5))),
                ],
                Value(6), 5, 22 * Enumerable.Range(0, 6).Sum(Value), Pick(24.1, 24.4)),
        };
    }

    private static ConstraintSummary Constraint(
        string expression, double baseline, double value, double limit, string unit, double price, double error,
            bool active) => new()
            {
                Expression = expression,
                Relation = "at_most",
                Value = value,
                Baseline = baseline,
                Limit = limit,
                Unit = unit,
                Price = price,
                PriceError = error,
                Satisfied = true,
                Active = active,
            };

    private static SearchSummary Search(int designs, double? feasible, double objective, double error, double start) =>
        new()
        {
            Events = 1_200_000,
            Designs = designs,
            FeasibleFraction = feasible,
            Objective = objective,
            ObjectiveError = error,
            Trace =
        [
            .. Enumerable.Range(0, 25).Select(i => (double[])
                [1_200_000.0 * (i + 1) / 25, objective - 0.02 + (start - objective) * Math.Exp(-(i / 3 * 3) / 6.0)]),
        ],
        };

    private static FlatDirectionSummary Flat(double curvature, double rise, int first)
    {
        double[] raw = [.. Space.Select((_, i) => i == first ? 2.0 : i == first + 1 ? -1.4 : 0.5 * Wiggle(i + first))];
        var norm = Math.Sqrt(raw.Sum(component => component * component));
        return new(curvature, rise, Space.Select((space, i) => (space.Name, raw[i] / norm)).ToDictionary());
    }

    private static HistoryPoint[] History() =>
    [
        .. from replica in Enumerable.Range(0, Replicas)
           from step in Enumerable.Range(0, Steps)
           let rest = Math.Exp(-step / (28.0 + 4 * replica))
           select new HistoryPoint(
               replica, step,
               0.97 + 0.004 * replica + (0.16 + 0.12 * replica) * rest + 0.025 * Wiggle(step + 131 * replica),
               [.. Space.Select((space, i) => End(space.Optimum, space.Kind, replica)
                   + (Start(space.Baseline, i, replica) - space.Optimum) * rest)],
               [-0.004 + (0.06 * replica - 0.02) * rest, -0.002 - 0.04 * replica * rest, -0.148 + 0.1 * rest],
               [0.3 * (1 - rest), 0.2 * (1 - rest), 0]),
    ];

    private static double Start(double baseline, int parameter, int replica) =>
        replica == 0 ? baseline : baseline * (1 + 0.35 * Wiggle(17 * parameter + replica));

    private static double End(double optimum, string kind, int replica) =>
        kind == "integer" ? optimum : optimum * (1 + 0.02 * (replica - 2));

    /// <summary>Irregular, in [-1, 1], the same every time.</summary>
    private static double Wiggle(int i)
    {
        var x = Math.Sin(12.9898 * (i + 1)) * 43758.5453;
        return 2 * (x - Math.Floor(x)) - 1;
    }
}
