using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Cli.Tests;

public sealed class SimulateTests : IDisposable
{
    private static readonly string Stack = CodesignProcess.InRepository("geometries/pbwo4-lar-stack.yaml");
    private static readonly string[] Timing =
        ["seconds", "preparation_seconds", "writing_seconds", "events_per_second", "threads"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("monte-carlo", "100 MeV", "e-")]
    [InlineData("monte-carlo", "50 MeV", "e+")]
    [InlineData("parametric", "2 GeV", "gamma")]
    public void Simulate_Json_HasTheKeysOfBothModels(string model, string energy, string particle)
    {
        CommandResult result = Simulate(
            "--model", model, "--energy", energy, "--particle", particle, "--events", "20", "--threads", "2", "--seed",
            "7", "--json");

        AssertDone(result);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement root = json.RootElement;
        Assert.Equal(
            ["events", "events_requested", "model", "particle", "seconds", "preparation_seconds", "writing_seconds",
                "events_per_second", "threads", "seed", "energy_MeV", "active_MeV", "passive_MeV", "leakage_MeV",
                "resolution", "layers", "lateral", "steps_per_event"],
            Keys(root));
        foreach (string distribution in new[] { "active_MeV", "passive_MeV" })
        {
            Assert.Equal(["mean", "mean_error", "std", "std_error", "half_width_68"], Keys(root.GetProperty(distribution)));
        }

        Assert.Equal(["front", "back", "side"], Keys(root.GetProperty("leakage_MeV")).Take(3));
        Assert.Equal(["value", "error"], Keys(root.GetProperty("resolution")));
        Assert.Equal(["active_rms_radius_mm"], Keys(root.GetProperty("lateral")));
        Assert.Equal(50, root.GetProperty("layers").GetProperty("active_mean_MeV").GetArrayLength());
        Assert.Equal(50, root.GetProperty("layers").GetProperty("passive_mean_MeV").GetArrayLength());
        Assert.Equal((20, 2, 7), (
            root.GetProperty("events").GetInt32(), root.GetProperty("threads").GetInt32(),
            root.GetProperty("seed").GetInt32()));
        double value = root.GetProperty("active_MeV").GetProperty("std").GetDouble()
            / root.GetProperty("active_MeV").GetProperty("mean").GetDouble();
        Assert.Equal(value, root.GetProperty("resolution").GetProperty("value").GetDouble(), 1e-12);
    }

    [Fact]
    public void Simulate_WithoutJson_PrintsATableWithUnits()
    {
        CommandResult result = Simulate("--energy", "100 MeV", "--events", "5");
        AssertDone(result);
        Assert.Contains("5 e- of 100 MeV, monte-carlo", result.Output, StringComparison.Ordinal);
        Assert.Contains("MeV per event", result.Output, StringComparison.Ordinal);
        Assert.Contains("leakage, back", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public void Simulate_ManyLayers_PrintsFiftyAndSaysSo(int layers, bool more)
    {
        CommandResult result = Simulate(
            "--model", "parametric", "--energy", "2 GeV", "--events", "2", "--set", $"layers={layers}");
        AssertDone(result);
        string[] rows = [.. result.Output.Split('\n').Where(l => int.TryParse(l.Trim().Split(' ')[0], out _))];
        Assert.Equal(50, rows.Count(r => r.Contains('±', StringComparison.Ordinal)));
        Assert.Equal(
            more, result.Output.Contains("the first 50 of 51 layers; --json has all", StringComparison.Ordinal));
        Assert.Contains("± n/a %", result.Output, StringComparison.Ordinal); // the resolution of two events
    }

    [Fact]
    public void Simulate_Set_ChangesParametersByNameAndKeysByPath()
    {
        CommandResult result = Simulate(
            "--model", "parametric", "--energy", "2 GeV", "--events", "10", "--json", "--set", "absorber=2.0 mm", "--set",
            "layers=100", "--set", "parameters.transverse.baseline=1 m");
        AssertDone(result);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal(100, json.RootElement.GetProperty("layers").GetProperty("active_mean_MeV").GetArrayLength());
        Assert.NotEqual(
            Numbers(Simulate("--model", "parametric", "--energy", "2 GeV", "--events", "10", "--json").Output),
            Numbers(result.Output));
        CommandResult check = _place.Run("check", Stack, "--set", "absorber=2.0 mm");
        AssertDone(check);
    }

    [Theory]
    [InlineData("monte-carlo", "100 MeV")]
    [InlineData("parametric", "2 GeV")]
    public void Simulate_OnOneAndTwoThreads_PrintsTheSameNumbers(string model, string energy)
    {
        string one = Printed("--threads", "1");
        Assert.Equal(one, Printed("--threads", "2"));
        Assert.NotEqual(one, Printed("--seed", "2"));

        string Printed(string option, string value) => Numbers(Simulate(
            "--model", model, "--energy", energy, "--events", "60", option, value, "--json").Output);
    }

    [Theory]
    [InlineData("nowhere.yaml  the geometry cannot be read: there is no such file", "nowhere.yaml", "--energy", "1 GeV")]
    [InlineData(".  the geometry cannot be read: it is a folder", ".", "--energy", "1 GeV")]
    [InlineData("study.yaml", "study.yaml", "--energy", "1 GeV")]
    [InlineData("codesign: Option '--energy' is required.", "geometry.yaml")]
    [InlineData("codesign: Required argument 'GEOMETRY' missing", "--energy", "1 GeV")]
    [InlineData("--energy  given 0.9 keV, must be in [1 keV, 1 TeV], where the monte-carlo model holds for e-",
        "geometry.yaml", "--energy", "0.9 keV")]
    [InlineData("--energy  given 2 TeV, must be in [1 keV, 1 TeV]", "geometry.yaml", "--energy", "2 TeV")]
    [InlineData("--energy  given 100 MeV, must be in [1 GeV, 300 GeV], where the parametric model holds for gamma",
        "geometry.yaml", "--energy", "100 MeV", "--model", "parametric", "--particle", "gamma")]
    [InlineData("--energy  given 10, must be an energy", "geometry.yaml", "--energy", "10")]
    [InlineData("--energy  given 10 mm, must be an energy", "geometry.yaml", "--energy", "10 mm")]
    [InlineData("--energy  given ten, must be an energy", "geometry.yaml", "--energy", "ten")]
    [InlineData("--model  given montecarlo, must be monte-carlo or parametric; did you mean monte-carlo?",
        "geometry.yaml", "--energy", "1 GeV", "--model", "montecarlo")]
    [InlineData("--particle  given muon, must be e- or e+ or gamma", "geometry.yaml", "--energy", "1 GeV", "--particle", "muon")]
    [InlineData("--events  given 0, must be in [1, 1000000000]", "geometry.yaml", "--energy", "1 GeV", "--events", "0")]
    [InlineData("--threads  given 0, must be in [1, 1024]", "geometry.yaml", "--energy", "1 GeV", "--threads", "0")]
    [InlineData("--seed  given -1, must not be negative", "geometry.yaml", "--energy", "1 GeV", "--seed", "-1")]
    [InlineData("codesign: Cannot parse argument 'many' for option '--events'",
        "geometry.yaml", "--energy", "1 GeV", "--events", "many")]
    [InlineData("--set  absorbr: is neither a parameter of the geometry (absorber, cell_size, shaping_time) nor a key of "
        + "its file; did you mean absorber?", "geometry.yaml", "--energy", "1 GeV", "--set", "absorbr=2 mm")]
    [InlineData("--set  parameters.absorber.baseline: given 9 mm, must be in [1 mm, 4 mm]",
        "geometry.yaml", "--energy", "1 GeV", "--set", "absorber=9 mm")]
    [InlineData("--set  given absorber, must be key.path=value", "geometry.yaml", "--energy", "1 GeV", "--set", "absorber")]
    [InlineData("--out  given nowhere/x.h5, the folder nowhere does not exist",
        "geometry.yaml", "--energy", "1 GeV", "--out", "nowhere/x.h5")]
    [InlineData("--out  given ., must be a file; this is a folder", "geometry.yaml", "--energy", "1 GeV", "--out", ".")]
    [InlineData("--out  given study.yaml, exists and is not an HDF5 file; move it away or choose another name",
        "geometry.yaml", "--energy", "1 GeV", "--out", "study.yaml")]
    [InlineData("--cells  the parametric model has no cells here",
        "geometry.yaml", "--energy", "1 GeV", "--model", "parametric", "--cells")]
    [InlineData("--cell-size  given 3 ns, must be a length", "geometry.yaml", "--energy", "1 GeV", "--cell-size", "3 ns")]
    [InlineData("--cell-size  given 1 um, must be at least 0.4998 mm",
        "geometry.yaml", "--energy", "1 GeV", "--cell-size", "1 um", "--out", "x.h5")]
    [InlineData("--cells  needs --out", "geometry.yaml", "--energy", "1 GeV", "--cells")]
    [InlineData("--cell-size  needs --out", "geometry.yaml", "--energy", "1 GeV", "--cell-size", "5 mm")]
    [InlineData("--rings  needs --out", "geometry.yaml", "--energy", "1 GeV", "--rings", "5 mm")]
    [InlineData("--cells  cannot be given with --cell-size; give one of them",
        "geometry.yaml", "--energy", "1 GeV", "--cells", "--cell-size", "5 mm", "--out", "x.h5")]
    [InlineData("--rings  given 5 mm, 2 mm, must rise", "geometry.yaml", "--energy", "1 GeV", "--rings", "5 mm, 2 mm")]
    public void Simulate_BadInput_SaysWhatIsAllowedAndWritesNothing(string message, params string[] arguments)
    {
        string[] before = _place.Files();
        CommandResult result = _place.Run(["simulate", .. arguments]);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Equal(before, _place.Files());
    }

    [Fact]
    public void Simulate_SeveralMistakes_AreSaidAtOnce()
    {
        CommandResult result = _place.Run("simulate", "geometry.yaml", "--energy", "2 TeV", "--events", "0", "--set", "gap=3 mm");
        Assert.Equal((2, 3), (result.Code, result.Error.TrimEnd().Split('\n').Length));
    }

    [Hdf5Fact]
    public void Simulate_CtrlC_WritesAndPrintsWhatIsComplete()
    {
        using CodesignProcess process = StartLong();
        process.Signal("INT");
        CommandResult result = process.Wait();

        Assert.Equal(1, result.Code);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        int events = json.RootElement.GetProperty("events").GetInt32();
        Assert.InRange(events, 1, 99_999_999);
        Assert.Contains($"stopped after {events} of 100000000 events; long.h5 holds these and says that it is not complete",
            result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_place.In("long.h5")));
        Assert.False(File.Exists(_place.In("long.h5.part")));
    }

    [Hdf5Fact]
    public void Simulate_Killed_LeavesNothingOfTheName()
    {
        using CodesignProcess process = StartLong();
        process.Signal("KILL");
        Assert.NotEqual(0, process.Wait().Code);

        Assert.False(File.Exists(_place.In("long.h5")));
        CommandResult again = Simulate("--energy", "100 MeV", "--events", "5", "--out", "long.h5");
        AssertDone(again);
        Assert.False(File.Exists(_place.In("long.h5.part")));
    }

    [SmallDiskFact]
    public void Simulate_FullDisk_SaysSoAndLeavesNothing()
    {
        using var disk = new SmallDisk(_place.In("disk"));
        CommandResult onTheWay = Simulate("--energy", "100 MeV", "--events", "100000", "--out", "disk/x.h5");
        disk.Fill();
        CommandResult atTheStart = Simulate("--energy", "100 MeV", "--events", "5", "--out", "disk/x.h5");

        Assert.All([onTheWay, atTheStart], result =>
        {
            Assert.Equal((1, ""), (result.Code, result.Output));
            Assert.Contains("the disk is full; disk/x.h5 was not made", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        });
        Assert.Equal([_place.In("disk/filler")], Directory.GetFileSystemEntries(_place.In("disk")));
    }

    [SmallDiskTheory]
    [InlineData("8k", "--rings", "5 mm")]
    [InlineData("20k", "--cell-size", "10 mm")]
    [InlineData("60k", "--rings", "5 mm")]
    [InlineData("60k", "--cell-size", "5 mm")]
    [InlineData("200k", "--cell-size", "10 mm")]
    [InlineData("700k", "--rings", "5 mm")]
    public void Simulate_DiskOfAnySize_EndsWithASentence(string size, string option, string value)
    {
        using var disk = new SmallDisk(_place.In("disk"), size);

        CommandResult result = Simulate(
            "--energy", "100 MeV", "--events", "100000", "--out", "disk/x.h5", option, value);

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains("the disk is full; disk/x.h5 was not made", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_place.In("disk")));
    }

    [PythonFact("h5py")]
    public void Simulate_File_IsReadByThePythonOfTheReadme()
    {
        CommandResult result = Simulate(
            "--energy", "100 MeV", "--events", "40", "--out", "showers.h5", "--cell-size", "10 mm", "--json");
        AssertDone(result);
        string readme = File.ReadAllText(CodesignProcess.InRepository("README.md"));
        int start = readme.IndexOf("import h5py", StringComparison.Ordinal);
        string script = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];

        CommandResult python = PythonFactAttribute.Run(_place.Folder, script);

        AssertDone(python);
        double mean = JsonNode.Parse(result.Output)?["active_MeV"]?["mean"]?.GetValue<double>() ?? double.NaN;
        string[] printed = python.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(mean, double.Parse(printed[0]), 1e-9 * mean);
        Assert.Equal(1, double.Parse(printed[1]), 1e-5); // cells over layers
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Simulate_ManyEvents_TakeNoMoreMemoryThanFew()
    {
        long few = Peak("2000"), many = Peak("100000");
        // 16 bytes an event (1.6 MB), and what the collector puts off until it has enough to collect.
        Assert.True(many < few + 200_000, $"{few} kB for 2000 events, {many} kB for 100000");

        long Peak(string events)
        {
            using CodesignProcess process = CodesignProcess.Start(
                _place.Folder, "simulate", Stack, "--energy", "2 MeV", "--events", events, "--out", "m.h5", "--json");
            long peak = 0;
            while (!process.HasExited)
            {
                peak = Math.Max(peak, ResidentKilobytes(process.Id));
                Thread.Yield();
            }

            Assert.Equal(0, process.Wait().Code);
            return peak;
        }
    }

    private static long ResidentKilobytes(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(
                l => l.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]);
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }

    private CommandResult Simulate(params string[] arguments) => _place.Run(["simulate", Stack, .. arguments]);

    // On a busy machine there may be a line of progress on standard error.
    private static void AssertDone(CommandResult result)
    {
        Assert.DoesNotContain("codesign:", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.Code);
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private static string Numbers(string json)
    {
        JsonObject summary = Assert.IsType<JsonObject>(JsonNode.Parse(json));
        Assert.All(Timing, key => Assert.True(summary.Remove(key)));
        return summary.ToJsonString();
    }

    // More events than can be simulated while the test waits; returns when some are in the file.
    private CodesignProcess StartLong()
    {
        CodesignProcess process = CodesignProcess.Start(
            _place.Folder, "simulate", Stack, "--energy", "20 MeV", "--events", "100000000", "--out", "long.h5", "--json");
        var clock = Stopwatch.StartNew();
        var file = new FileInfo(_place.In("long.h5.part"));
        while (!file.Exists || file.Length < 200_000)
        {
            Assert.False(process.HasExited, "it ended before it could be stopped");
            Assert.True(clock.Elapsed < CodesignProcess.Patience, "it hangs before its first events are written");
            Thread.Yield();
            file.Refresh();
        }

        return process;
    }
}
