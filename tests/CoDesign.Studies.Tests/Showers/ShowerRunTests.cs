using CoDesign.Detectors.Configuration;
using CoDesign.Hdf5;
using CoDesign.Studies.Showers;
using CoDesign.Studies.Tests.Tiny;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Studies.Tests.Showers;

public sealed class ShowerRunTests : IDisposable
{
    private const int Layers = 12;
    private readonly TinyStudy _tiny = new();

    private string Output => _tiny.In("showers.h5");

    public void Dispose() => _tiny.Dispose();

    [Hdf5Theory]
    [InlineData("monte-carlo", "100 MeV")]
    [InlineData("parametric", "2 GeV")]
    public void Run_File_HoldsEveryEventOfTheSummary(string model, string energy)
    {
        ShowerSummary summary = Run(model, energy, 200);
        using Hdf5File file = Hdf5File.OpenRead(Output);
        double[] active = file.Root.OpenDataset<double>("events/active").Read();
        double[] passive = file.Root.OpenDataset<double>("events/passive").Read();
        double[] leakage = file.Root.OpenDataset<double>("events/leakage").Read();

        Assert.Equal((200, 200), (summary.Events, summary.EventsRequested));
        Assert.Equal(200 * Layers, active.Length);
        Assert.Equal(summary.Active.Mean, active.Sum() / 200, 1e-9 * summary.Energy);
        Assert.Equal(summary.Passive.Mean, passive.Sum() / 200, 1e-9 * summary.Energy);
        for (int l = 0; l < Layers; l++)
        {
            Assert.Equal(summary.Layers.ActiveMean[l], active.Where((_, i) => i % Layers == l).Average(), 1e-9 * summary.Energy);
        }

        Assert.Equal(summary.Energy, (active.Sum() + passive.Sum() + leakage.Sum()) / 200, 1e-6 * summary.Energy);
        double[] moment = file.Root.OpenDataset<double>("events/active_radial_moment").Read();
        Assert.Equal(Math.Sqrt(moment.Sum() / active.Sum()), summary.Lateral.ActiveRmsRadius ?? double.NaN, 1e-9);
        Assert.Equal(Enumerable.Repeat(summary.Energy, 200), file.Root.OpenDataset<double>("events/energy").Read());
    }

    [Hdf5Fact]
    public void Run_File_SaysWhereItIsFrom()
    {
        Run("monte-carlo", "100 MeV", 5, "range_cut=0.3 mm", "absorber=3 mm");
        using Hdf5File file = Hdf5File.OpenRead(Output);
        Hdf5Group root = file.Root;
        Assert.True(root.GetAttribute<bool>("complete"));
        Assert.Equal((5L, 5L), (root.GetAttribute<long>("events"), root.GetAttribute<long>("events_requested")));
        Assert.Equal(("monte-carlo", "e-", "the command", "2026-01-01T00:00:00Z"), (
            root.GetString("model"), root.GetString("particle"), root.GetString("command_line"),
            root.GetString("started")));
        Assert.Equal((9UL, 0.3), (root.GetAttribute<ulong>("seed"), root.GetAttribute<double>("range_cut_mm")));
        Assert.Contains("baseline: 3 mm", root.GetString("geometry"), StringComparison.Ordinal);
        Assert.NotEqual("", root.GetString("version"));
        Assert.Equal("3 mm", root.OpenGroup("parameters").GetString("absorber"));
        Assert.Equal(11.35, root.OpenGroup("materials/lead").GetAttribute<double>("density_g_cm3"));
        Assert.Equal("MeV", root.OpenDataset<double>("events/active").GetString("unit"));
        Assert.Equal([0, 3, 7, 10], root.OpenDataset<double>("slabs/start").Read()[..4]);
        Assert.Equal([false, true], root.OpenDataset<bool>("slabs/active").Read()[..2]);
        Assert.Equal([7.0, 7.0], root.OpenDataset<double>("layers/thickness").Read()[..2]);
        Assert.Equal(2 * Layers, root.ReadStrings("slabs/material").Length);
    }

    [Hdf5Fact]
    public void Run_Cells_RegroupToTheLayers()
    {
        ShowerRequest request = Request("monte-carlo", "100 MeV", 150);
        request = request with { Scoring = request.Scoring with { CellSize = 5, RingEdges = [0, 10, 30] } };
        ShowerRun.Run(request, _ => { }, default);
        using Hdf5File file = Hdf5File.OpenRead(Output);
        long[] offset = file.Root.OpenDataset<long>("cells/offset").Read();
        int[] layer = file.Root.OpenDataset<int>("cells/layer").Read();
        float[] energy = file.Root.OpenDataset<float>("cells/energy").Read();
        double[] active = file.Root.OpenDataset<double>("events/active").Read();
        double[] rings = file.Root.OpenDataset<double>("events/ring_active").Read();
        Assert.Equal((151, 0L, (long)energy.Length), (offset.Length, offset[0], offset[^1]));
        Assert.Equal(energy.Length, file.Root.OpenDataset<int>("cells/i").Read().Length);
        Assert.Equal(150 * 2, rings.Length);
        var regrouped = new double[active.Length];
        for (int e = 0; e < 150; e++)
        {
            for (long c = offset[e]; c < offset[e + 1]; c++)
            {
                regrouped[(e * Layers) + layer[c]] += energy[c];
            }
        }

        // Stored as float, 6e-8 each.
        Assert.All(active.Zip(regrouped), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Hdf5Theory]
    [InlineData("monte-carlo", "100 MeV")]
    [InlineData("parametric", "2 GeV")]
    public void Run_OnOneAndTwoThreads_IsTheSameBitForBit(string model, string energy)
    {
        double[] one = Events(1), two = Events(2);
        Assert.Equal(one, two);

        double[] Events(int threads)
        {
            ShowerRun.Run(Request(model, energy, 100) with { Threads = threads }, _ => { }, default);
            using Hdf5File file = Hdf5File.OpenRead(Output);
            return file.Root.OpenDataset<double>("events/active").Read();
        }
    }

    [Hdf5Fact]
    public void Run_Cancelled_WritesWhatIsCompleteAndSaysSo()
    {
        using var cancellation = new CancellationTokenSource();
        ShowerSummary summary = ShowerRun.Run(
            Request("monte-carlo", "100 MeV", 1_000_000), _ => cancellation.Cancel(), cancellation.Token);

        Assert.InRange(summary.Events, 1, 999_999);
        using Hdf5File file = Hdf5File.OpenRead(Output);
        Assert.False(file.Root.GetAttribute<bool>("complete"));
        Assert.Equal((summary.Events, 1_000_000L), (
            file.Root.GetAttribute<long>("events"), file.Root.GetAttribute<long>("events_requested")));
        Assert.Equal(summary.Events, file.Root.OpenDataset<double>("events/active").Rows);
        Assert.False(File.Exists(Output + ".part"));
    }

    [Hdf5Fact]
    public void Run_CancelledBeforeTheStart_LeavesNoFile()
    {
        Assert.Throws<OperationCanceledException>(() =>
            ShowerRun.Run(Request("monte-carlo", "100 MeV", 100), _ => { }, new CancellationToken(canceled: true)));
        Assert.False(File.Exists(Output));
        Assert.False(File.Exists(Output + ".part"));
    }

    [Hdf5Fact]
    public void Run_Failing_LeavesAnOlderFileAsItWas()
    {
        Run("parametric", "2 GeV", 5);
        byte[] older = File.ReadAllBytes(Output);
        Assert.Throws<InvalidOperationException>(() => ShowerRun.Run(
            Request("monte-carlo", "100 MeV", 100), _ => throw new InvalidOperationException(), default));
        Assert.Equal(older, File.ReadAllBytes(Output));
        Assert.False(File.Exists(Output + ".part"));
    }

    [Hdf5Fact]
    public void Run_OutputIsALink_WritesBehindItAndKeepsIt()
    {
        File.CreateSymbolicLink(Output, "target.h5");
        Run("parametric", "2 GeV", 5);
        Run("parametric", "2 GeV", 6);
        Assert.Equal("target.h5", new FileInfo(Output).LinkTarget);
        using Hdf5File file = Hdf5File.OpenRead(_tiny.In("target.h5"));
        Assert.Equal(6, file.Root.GetAttribute<long>("events"));
    }

    [Hdf5Fact]
    public void Run_HomogeneousBlock_HasNoPassiveMaterial()
    {
        _tiny.EditGeometry("    absorber: {material: lead, thickness: absorber}\n", "");
        _tiny.EditGeometry("lead: 0.04 EUR/cm3, ", "");
        ShowerRequest request = Request("monte-carlo", "100 MeV", 5);
        Assert.Equal(Layers, ShowerRun.Run(request, _ => { }, default).Layers.ActiveMean.Count);
        using Hdf5File file = Hdf5File.OpenRead(Output);
        Assert.All(file.Root.OpenDataset<bool>("slabs/active").Read(), Assert.True);

        StudyException refused = Assert.Throws<StudyException>(() => Request("parametric", "2 GeV", 5));
        Assert.StartsWith("--model  given parametric, must be monte-carlo", refused.Message, StringComparison.Ordinal);
        Assert.Contains("section stack has no absorber", Assert.Single(_tiny.Problems()));
    }

    private ShowerSummary Run(string model, string energy, int events, params string[] overrides) =>
        ShowerRun.Run(Request(model, energy, events, overrides), _ => { }, default);

    private ShowerRequest Request(string model, string energy, int events, params string[] overrides) =>
        ShowerRequestReader.Read(new ShowerArguments
        {
            Geometry = _tiny.GeometryFile,
            Overrides = [$"sections[0].layers={Layers}", .. overrides],
            Model = model,
            Energy = energy,
            Events = events,
            Seed = 9,
            Threads = 2,
            Output = Output,
            CommandLine = "the command",
            Started = "2026-01-01T00:00:00Z",
        });
}
