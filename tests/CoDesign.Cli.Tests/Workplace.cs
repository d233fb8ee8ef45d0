using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>A folder with the tiny study, for one test.</summary>
internal sealed class Workplace : IDisposable
{
    public Workplace()
    {
        Folder = Directory.CreateTempSubdirectory("codesign-cli-").FullName;
        foreach (string name in (string[])["study.yaml", "geometry.yaml"])
        {
            File.Copy(CodesignProcess.InRepository($"tests/CoDesign.Studies.Tests/Tiny/{name}"), In(name));
        }
    }

    public string Folder { get; }

    public string In(string name) => Path.Combine(Folder, name);

    public string[] Files() =>
        [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Edit(string file, string old, string replacement)
    {
        string text = File.ReadAllText(In(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(In(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public CommandResult Run(params string[] arguments) => CodesignProcess.Run(Folder, arguments);

    /// <summary>A summary without times.</summary>
    public static string Numbers(string json)
    {
        JsonObject summary = Assert.IsType<JsonObject>(JsonNode.Parse(json));
        JsonObject cost = Assert.IsType<JsonObject>(summary["cost"]);
        cost.Remove("seconds");
        cost.Remove("energy_kwh");
        Assert.IsType<JsonObject>(summary["provenance"]).Remove("started");
        return summary.ToJsonString();
    }

    /// <summary>Waits until a running command has written some lines of its journal.</summary>
    public void WaitForLines(CodesignProcess process, string run, int lines)
    {
        string journal = In($"{run}/journal.jsonl");
        var clock = Stopwatch.StartNew();
        while (!File.Exists(journal) || CountLines(journal) < lines)
        {
            Assert.False(process.HasExited, "the run ended before it could be stopped");
            Assert.True(clock.Elapsed < CodesignProcess.Patience, $"the run hangs before line {lines} of its journal");
            Thread.Yield();
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static int CountLines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Count(c => c == '\n');
    }
}
