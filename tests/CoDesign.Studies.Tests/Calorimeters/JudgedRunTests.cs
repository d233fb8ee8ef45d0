using System.Text.Json.Nodes;
using CoDesign.Hdf5;
using CoDesign.Studies.Results;
using CoDesign.Studies.Runs;
using CoDesign.Studies.Tests.Runs;
using CoDesign.Studies.Tests.Tiny;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Studies.Tests.Calorimeters;

/// <summary>The tiny study with a judge, from start to summary.</summary>
public sealed class JudgedRunTests : IDisposable
{
    private const string Judge = "judge: {simulation: monte-carlo, events: 256}\nseed: 7";

    private readonly TinyStudy _tiny = Soft().Edit("seed: 7", Judge);

    // Soft showers: what the transport costs grows with their energy.
    private static TinyStudy Soft() => new TinyStudy()
        .Edit("energy: {log_uniform: [3 GeV, 100 GeV]}", "energy: {log_uniform: [500 MeV, 1 GeV]}")
        .Edit("particle: gamma", "particle: e-");

    public void Dispose() => _tiny.Dispose();

    [Hdf5Fact]
    public void Run_WithAJudge_SaysWhatBothSimulationsSee()
    {
        StudySummary summary = _tiny.Start("run");
        JudgeSummary judge = Assert.IsType<JudgeSummary>(summary.Judge);

        Assert.Equal(("monte-carlo", 256), (judge.Simulation, judge.Events));
        Assert.Contains(judge.Verdict, (string[])["confirmed", "not_confirmed"]);
        Assert.Equal(judge.Verdict == "confirmed", judge.Gain.Value > 0 && judge.Gain.Value >= 2 * judge.Gain.Error);
        Assert.Contains("independent Monte Carlo", summary.Verdict, StringComparison.Ordinal);
        Assert.DoesNotContain(summary.Warnings, w => w.Contains("no independent simulation", StringComparison.Ordinal));
        // The gain is that of the two objectives.
        Assert.Equal(
            1 - (judge.Optimum.MonteCarlo.Objective.Value / judge.Baseline.MonteCarlo.Objective.Value),
            judge.Gain.Value, 1e-12);
        foreach (JudgedPerformance seen in (JudgedPerformance[])
            [judge.Baseline.MonteCarlo, judge.Baseline.Model, judge.Optimum.MonteCarlo, judge.Optimum.Model])
        {
            Assert.All(
                (string[])["mass_resolution", "energy_resolution", "position_resolution", "visible_fraction"],
                name => Assert.True(seen.Metrics[name] is { Value: > 0, Error: > 0 }, $"{name}: {seen.Metrics[name]}"));
        }

        // The model on the judge's primaries is the model: the final evaluation had other events of the same kind. Its
        // reconstruction had a fit from 512 events, the judge's from 896 readings of 224 primaries.
        MetricSummary same = judge.Baseline.Model.Objective, final = summary.Baseline.Objective;
        double tolerance = (5 * same.Error / same.Value) + 0.05;
        Assert.InRange(same.Value / final.Value, 1 - tolerance, 1 + tolerance);
        // The file's showers give the table's numbers again.
        (double[] truth, double[] read) = Energies("run/results.h5");
        Assert.Equal((256, 4 * 256), (truth.Length, read.Length));
        double resolution = Math.Sqrt(read.Select((e, i) => Math.Pow((e / truth[i % 256]) - 1, 2)).Average());
        Assert.Equal(judge.Optimum.MonteCarlo.Metrics["energy_resolution"].Value, 100 * resolution, 1e-9);
        // The judge adds 256 showers and 16 x 256 of the model at two designs.
        using TinyStudy without = Soft();
        Assert.Equal(without.Start("run").Cost.Events + (2 * (256 + 4096)), summary.Cost.Events);
    }

    [Hdf5Fact]
    public void Resume_StoppedWhileJudging_GivesTheSameBits()
    {
        string whole = Numbers(_tiny.Start("whole"));
        using var cancellation = new CancellationTokenSource();
        int showers = 0;
        Assert.Throws<OperationCanceledException>(() => _tiny.Start(
            "run",
            p =>
            {
                if (p.Phase.StartsWith("Monte Carlo", StringComparison.Ordinal) && ++showers == 3)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));
        string journal = File.ReadAllText(_tiny.In("run/journal.jsonl"));
        Assert.Equal(3, journal.Split("\"judge/baseline/showers/").Length - 1);

        // A kill in the middle of the next piece: the last line is torn.
        File.WriteAllText(_tiny.In("run/journal.jsonl"), journal[..^1000]);
        Assert.Equal(whole, Numbers(StudyRun.Resume(_tiny.In("run"), _ => { }, CancellationToken.None)));
        Assert.Equal(Energies("whole/results.h5").Read, Energies("run/results.h5").Read);
    }

    [Fact]
    public void Run_OneEnergy_CalibratesWithOthers()
    {
        _tiny.Edit("energy: {log_uniform: [500 MeV, 1 GeV]}", "energy: {fixed: 1 GeV}");
        JudgeSummary judge = Assert.IsType<JudgeSummary>(_tiny.Start("run").Judge);
        CurvePoint point = Assert.Single(judge.Baseline.MonteCarlo.Curves["energy_resolution"].Points);
        Assert.Equal(1, point.X, 1e-9);
        Assert.True(double.IsFinite(judge.Gain.Error) && judge.Gain.Error > 0, $"{judge.Gain}");
    }

    // True energies and those that the Monte Carlo's showers at the optimum were reconstructed to.
    private (double[] Truth, double[] Read) Energies(string file)
    {
        using Hdf5File results = Hdf5File.OpenRead(_tiny.In(file));
        using Hdf5Group judge = results.Root.OpenGroup("judge");
        using Hdf5Group optimum = judge.OpenGroup("optimum");
        using Hdf5Group showers = optimum.OpenGroup("monte_carlo");
        return (judge.Read<double>("energy"), showers.Read<double>("energy"));
    }

    private static string Numbers(StudySummary summary)
    {
        JsonObject json = Assert.IsType<JsonObject>(JsonNode.Parse(WholeRun.Numbers(SummaryJson.Write(summary))));
        Assert.IsType<JsonObject>(json["judge"]).Remove("seconds");
        return json.ToJsonString();
    }
}
