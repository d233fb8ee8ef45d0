using CoDesign.Hdf5;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>The program where no libhdf5 can be loaded: in a mount namespace of its own its files are covered.</summary>
public sealed class WithoutHdf5Tests : IDisposable
{
    private const string Covered = """
        folder=$1; shift
        for file in "$folder"/libhdf5_serial.so* "$folder"/libhdf5.so*; do [ -e "$file" ] && mount --bind /dev/null "$file"; done
        exec dotnet "$@"
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [SmallDiskFact]
    public void Run_WithoutHdf5_LeavesOutResultsAndSaysSo()
    {
        CommandResult run = Without("run", "study.yaml", "--out", "run");
        Assert.Equal(0, run.Code);
        Assert.Contains("results.h5, the arrays behind this result, is left out: no libhdf5 of version 1.10 to 1.14",
            string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.True(File.Exists(_place.In("run/report.html")));
        Assert.False(File.Exists(_place.In("run/results.h5")));
    }

    [SmallDiskFact]
    public void Simulate_WithoutHdf5_RefusesAFileBeforeItSimulates()
    {
        CommandResult simulate = Without("simulate", "geometry.yaml", "--energy", "2 GeV", "--events", "10", "--out", "x.h5");
        Assert.Equal((2, ""), (simulate.Code, simulate.Output));
        Assert.StartsWith("--out  given x.h5, cannot be written: no libhdf5 of version", simulate.Error, StringComparison.Ordinal);
    }

    private CommandResult Without(params string[] arguments)
    {
        string folder = Path.GetDirectoryName(Hdf5Library.Description?.Split(", ")[1]) ?? "/usr/lib";
        return CodesignProcess.RunProgram(
            "unshare", _place.Folder, ["-m", "/bin/sh", "-c", Covered, "sh", folder, CodesignProcess.Program, .. arguments]);
    }
}
