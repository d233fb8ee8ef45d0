using CoDesign.Studies.Results;

namespace CoDesign.Reports.Tests;

/// <summary>Studies of trackers with plausible numbers, made up for the looks.</summary>
internal static class TrackerFixture
{
    private const double Length = 1000;

    /// <summary>Planes from a uniform start to three clusters, with the mirror image as good.</summary>
    /// <param name="count">Planes, each with its position as a parameter.</param>
    public static ReportInput Planes(int count)
    {
        double[] before = [.. Enumerable.Range(0, count).Select(i => Length * i / (count - 1))];
        double[] after = [.. Enumerable.Range(0, count)
            .Select(i => i < count / 4 ? 0.0 : i < (count / 4) + (count / 2) ? 498 : Length)];
        double[] mirror = [.. after.Select(z => Length - z).Order()];
        (string, double, double, double, double, string)[] space =
        [
            .. before.Select((z, i) => ($"position_{i + 1}", z, after[i], 0.0, Length, "mm")),
            ("pitch", 0.05, 0.042, 0.02, 0.2, "mm"),
        ];
        ReportInput input = Study("Planes in a dipole", space,
            PlaneLayout(before), PlaneLayout(after), [0.001 * 49, 0.001 * 33]);
        AlternativeSummary image = new(
            "mirror image", 0.6713, 0.0002, 0.0011,
            space.ToDictionary(p => p.Item1, p => p.Item3).Select(p =>
                p.Key == "pitch" ? p : new(p.Key, mirror[int.Parse(p.Key.Split('_')[1]) - 1])).ToDictionary(),
            PlaneLayout(mirror));
        return input with { Summary = input.Summary with { Alternatives = [image] } };
    }

    /// <summary>A barrel of seven layers in three groups, from radii like those of an inner tracker.</summary>
    public static ReportInput Barrel()
    {
        double[] before = [23, 31, 39, 196, 245, 344, 393], after = [20, 27, 39, 150, 245, 344, 393];
        (string, double, double, double, double, string)[] space =
        [
            .. before.Select((r, i) => ($"radius_{i}", r, after[i], 18.0, 450.0, "mm")),
            ("pitch", 0.029, 0.025, 0.015, 0.08, "mm"),
        ];
        return Study("Barrel of silicon", space, BarrelLayout(before, 1), BarrelLayout(after, 0.8), [0.012, 0.009]);
    }

    /// <summary>Layers without an edge, at the same place, with names made to break things.</summary>
    public static ReportInput Strange()
    {
        ReportInput planes = Planes(6);
        TrackerSummary layout = PlaneLayout([0, 0, 0, 0]);
        TrackerSummary strange = layout with
        {
            FieldTesla = 0,
            Layers = [.. layout.Layers.Select(layer => layer with
            {
                Name = "<script>alert(1)</script>",
                HalfWidthMm = null,
                RadiationLengths = 0,
                ResolutionUMm = null,
            })],
            Material = new Dictionary<string, CurveSummary>(),
        };
        return planes with
        {
            Summary = planes.Summary with
            {
                Baseline = planes.Summary.Baseline with { Layout = strange with { Layers = [] } },
                Optimum = planes.Summary.Optimum with { Layout = strange },
                Alternatives = [planes.Summary.Alternatives[0] with { Origin = "<b>replica</b> 2", Layout = strange }],
            },
        };
    }

    public static TrackerSummary PlaneLayout(double[] places) => new(
        "planes", 0.5, [.. places.Select((z, i) => new TrackerLayerSummary
        {
            Name = i % 3 == 1 ? "stereo" : "strips",
            PositionMm = z,
            HalfWidthMm = 60 + (0.1 * z),
            HalfLengthMm = 60 + (0.1 * z),
            RadiationLengths = i % 3 == 1 ? 0.01 : 0.004,
            ResolutionUMm = 0.012,
            ResolutionVMm = i % 3 == 1 ? 0.6 : null,
        })],
        Material(["strips", "stereo"], 0.012));

    public static TrackerSummary BarrelLayout(double[] radii, double material) => new(
        "barrel", 2, [.. radii.Select((r, i) => new TrackerLayerSummary
        {
            Name = i < 3 ? "inner" : i < 5 ? "middle" : "outer",
            PositionMm = r,
            HalfLengthMm = i < 3 ? 135 : i < 5 ? 422 : 740,
            RadiationLengths = (i < 3 ? 0.0035 : 0.01) * material,
            ResolutionUMm = 0.005,
            ResolutionVMm = 0.005,
        })],
        Material(["inner", "middle", "outer", "services"], 0.01 * material));

    private static Dictionary<string, CurveSummary> Material(string[] groups, double depth)
    {
        double[] angles = [.. Enumerable.Range(0, 17).Select(i => 10 + (5.0 * i))];
        double Depth(double angle, int group) => depth * (1 + (0.4 * group)) / Math.Sin(angle * Math.PI / 180);
        CurveSummary Curve(Func<double, double> value) => new(
            "material", "X0", CurveAxis.PolarAngle, [.. angles.Select(a => new CurvePoint(a, value(a), 0))]);
        return groups.Select((name, i) => (name, Curve(a => Depth(a, i))))
            .Append(("total", Curve(a => groups.Select((_, i) => Depth(a, i)).Sum()))).ToDictionary();
    }

    private static ReportInput Study(
        string name, (string Name, double Before, double After, double Low, double High, string Unit)[] space,
        TrackerSummary before, TrackerSummary after, double[] terms)
    {
        ReportInput good = Fixtures.Good();
        DesignSummary Design(TrackerSummary layout, bool optimum) => good.Summary.Optimum with
        {
            Objective = new(optimum ? 0.671 : 1.0, 0.001, ""),
            SmoothObjective = new(optimum ? 0.670 : 1.0, 0.001, ""),
            Metrics = new Dictionary<string, MetricSummary>
            {
                ["curvature_error"] = new(optimum ? 3.36e-6 : 5.01e-6, 4e-9, "1/mm"),
            },
            Parameters = space.ToDictionary(p => p.Name, p => new ParameterSummary
            {
                Value = optimum ? p.After : p.Before,
                Unit = p.Unit,
                Interval = optimum ? [Math.Max(p.After - (0.01 * p.High), p.Low), p.After] : null,
                AtBound = optimum && p.After == p.Low ? "lower" : optimum && p.After == p.High ? "upper" : null,
                Bounds = [p.Low, p.High],
                Stage = "geometry",
                Kind = "continuous",
                Description = "place of a layer",
            }),
            Curves = Curves(terms[optimum ? 1 : 0]),
            CostBreakdown = new Dictionary<string, double>(),
            Layout = layout,
        };
        JudgeSummary judge = good.Summary.Judge! with // set by Good
        {
            Simulation = "tracks",
            Method = "Tracks are sampled and fitted by a Kalman filter.",
            Comparison = "Compared.",
            Caution = "Both share the material.",
            Noun = "tracks",
            Baseline = Judged(Curves(terms[0])),
            Optimum = Judged(Curves(terms[1])),
        };
        return good with
        {
            History = History(space),
            Summary = good.Summary with
            {
                Name = name,
                Description = "Where do the layers go?",
                Verdict = "The optimum measures the curvature (32.9 ± 0.1) % better than the baseline.",
                Objective = new("Error of the curvature.", [new("curvature_error", 1, 5e-6, "1/mm")]),
                Baseline = Design(before, false),
                Optimum = Design(after, true),
                Judge = judge,
                Sensitivities = [.. space.Select((p, i) =>
                    new SensitivitySummary(p.Name, 0.01 * p.High, p.Unit, 0.002 * (1 + (i % 5)), 0.003, 0.0004))],
                FlatDirections = [.. Enumerable.Range(0, 3).Select(d => new FlatDirectionSummary(
                    0.001 * (d + 1), 0.0002, space.Select((p, i) =>
                        (p.Name, Math.Cos((i + 1) * (d + 1) * 0.3) * Math.Sqrt(2.0 / space.Length))).ToDictionary()))],
                Replicas = [.. Enumerable.Range(0, 3).Select(r => new ReplicaSummary(
                    r, 0.671, 0.001,
                    space.ToDictionary(p => p.Name, p => p.After + (r * 0.01 * (p.Before - p.After)))))],
                Warnings = [],
                Published = [],
                Alternatives = [],
            },
        };
    }

    private static JudgedDesignSummary Judged(IReadOnlyDictionary<string, CurveSummary> curves)
    {
        JudgedPerformance performance = new()
        {
            Objective = new(0.7, 0.01, ""),
            Metrics = new Dictionary<string, MetricSummary> { ["curvature_error"] = new(3.4e-6, 2e-8, "1/mm") },
            Curves = curves,
        };
        return new(performance, performance);
    }

    private static Dictionary<string, CurveSummary> Curves(double linear)
    {
        const double Scattering = 0.006;
        double[] momenta = [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100], angles = [10, 20, 30, 45, 60, 75, 90];
        double Resolution(double pt) => 100 * Math.Sqrt(Math.Pow(linear * pt / 5, 2) + (Scattering * Scattering));
        return new()
        {
            ["momentum_resolution"] = new("momentum resolution σ(pT)/pT", "%", CurveAxis.TransverseMomentum,
                [.. momenta.Select((pt, i) => new CurvePoint(
                    pt, Resolution(pt) * (1 + (0.02 * Math.Sin(7.0 * i))), 0.02 * Resolution(pt)))])
            {
                Fit = new()
                {
                    Formula = "σ(pT)/pT = a pT ⊕ b, pT in GeV",
                    Terms = new Dictionary<string, MetricSummary>
                    {
                        ["measurement"] = new(100 * linear / 5, 0.01, "%/GeV"),
                        ["scattering"] = new(100 * Scattering, 0.005, "%"),
                    },
                    ChiSquare = 6.2,
                    DegreesOfFreedom = 7,
                    Line = [.. momenta.Select(pt => (double[])[pt, Resolution(pt)])],
                },
            },
            ["impact_parameter_polar"] = new("impact parameter resolution", "µm", CurveAxis.PolarAngle,
                [.. angles.Select(a =>
                    new CurvePoint(a, 1000 * linear / Math.Pow(Math.Sin(a * Math.PI / 180), 1.5), 0.4))]),
            ["efficiency"] = new("efficiency", "", CurveAxis.PolarAngle,
                [.. angles.Select(a => new CurvePoint(a, 0.98 + (0.2 * linear), 0.002))]),
        };
    }

    private static HistoryPoint[] History(
        (string Name, double Before, double After, double Low, double High, string Unit)[] space) =>
    [
        .. from replica in Enumerable.Range(0, 3)
           from step in Enumerable.Range(0, 60)
           let rest = Math.Exp(-step / 12.0)
           select new HistoryPoint(
               replica, step, 0.671 + (0.33 * rest),
               [.. space.Select(p => p.After + ((p.Before - p.After) * rest))],
               [0.01 * rest, 0.02 * rest, 0], [0, 0, 0]),
    ];
}
