using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>DESIGN.md, "Where things live": who may use whom, and who may touch the world outside.</summary>
public sealed partial class LayerTests
{
    // What the table allows directly; what these allow in turn is allowed too.
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Tensors"] = [],
        ["Hdf5"] = [],
        ["Physics"] = [],
        ["Detectors"] = ["Physics", "Tensors"],
        ["Simulation"] = ["Detectors"],
        ["Learning"] = ["Simulation"],
        ["Optimization"] = ["Tensors"],
        ["Studies"] = ["Learning", "Optimization", "Hdf5"],
        ["Reports"] = ["Studies"],
        ["Cli"] = ["Reports"],
    };

    private static readonly string[] MayTouchTheWorld = ["Tensors", "Hdf5", "Studies", "Reports", "Cli"];

    [Fact]
    public void ProjectReferences_FollowTheTableOfTheDesign()
    {
        string[] projects = Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(May.Keys.Order(), projects.Select(Layer).Order());
        foreach (string project in projects)
        {
            Assert.All(XDocument.Load(project).Descendants("ProjectReference").Select(r => Layer(r.Attribute("Include")?.Value ?? "")),
                used => Assert.True(Allowed(Layer(project)).Contains(used), $"{Layer(project)} must not use {used}"));
        }
    }

    [Fact]
    public void InnerLayers_TouchNoFileConsoleClockOrEnvironment()
    {
        string[] offences =
        [
            .. from layer in May.Keys.Except(MayTouchTheWorld)
               from file in Directory.EnumerateFiles(
                   Path.Combine(Source, $"CoDesign.{layer}"), "*.cs", SearchOption.AllDirectories)
               where !file.Contains(
                   "/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
               from line in File.ReadLines(file).Select(
                   (text, index) => (Text: Comment().Replace(text, ""), Number: index + 1))
               where World().IsMatch(line.Text)
               select $"{Path.GetRelativePath(Source, file)}:{line.Number} {line.Text.Trim()}",
        ];
        Assert.Empty(offences);
    }

    private static string Source => CodesignProcess.InRepository("src");

    private static string Layer(string project) => Path.GetFileNameWithoutExtension(project)["CoDesign.".Length..];

    private static HashSet<string> Allowed(string layer) => [.. May[layer].SelectMany(l => Allowed(l).Append(l))];

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"System\.IO\b|\b(File|Directory|FileStream|StreamReader|StreamWriter)\.|\bnew FileStream\b|\bConsole\.|"
        + @"\bEnvironment\.|\bDateTime(Offset)?\.(Utc)?Now\b|\bStopwatch\b")]
    private static partial Regex World();
}
