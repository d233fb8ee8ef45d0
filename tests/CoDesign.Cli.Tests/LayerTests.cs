using System.Xml.Linq;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Architecture = ArchUnitNET.Domain.Architecture;
using Assembly = System.Reflection.Assembly;

namespace CoDesign.Cli.Tests;

/// <summary>DESIGN.md, "Where things live": who may use whom, and who may touch the world outside.</summary>
public sealed class LayerTests
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

    // Whatever reads and writes memory; the rest of System.IO is the disk.
    private const string Disk =
        @"^System\.IO\.(?!(StringReader|StringWriter|TextReader|TextWriter|BinaryReader|BinaryWriter|Stream|MemoryStream)$)";

    private const string World = @"^System\.(Console|Environment|Diagnostics\.(Stopwatch|Process)|Net\..*)$";

    private static readonly Architecture Inner = new ArchLoader().LoadAssemblies(
        [.. May.Keys.Except(MayTouchTheWorld).Select(layer => Assembly.Load($"CoDesign.{layer}"))]).Build();

    [Fact]
    public void ProjectReferences_FollowTheTableOfTheDesign()
    {
        string[] projects = Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(May.Keys.Order(), projects.Select(Layer).Order());
        foreach (string project in projects)
        {
            Assert.All(Includes(project, "ProjectReference").Select(Layer),
                used => Assert.True(Allowed(Layer(project)).Contains(used), $"{Layer(project)} must not use {used}"));
        }
    }

    [Theory]
    [InlineData(Disk)]
    [InlineData(World)]
    public void InnerLayers_TouchNoFileConsoleClockOrEnvironment(string forbidden) =>
        Types().Should().NotDependOnAnyTypesThat().HaveFullNameMatching(forbidden).Check(Inner);

    // A date is a value and a TimeProvider may be passed in; only the members that fetch the clock are forbidden.
    [Fact]
    public void InnerLayers_FetchNoClock() => Assert.Empty(
        from type in Inner.Types
        from call in type.Dependencies.OfType<MethodCallDependency>()
        where call.Target.FullName is "System.DateTime" or "System.DateTimeOffset" or "System.TimeProvider"
        where call.TargetMember.Name is "get_Now()" or "get_UtcNow()" or "get_Today()" or "get_System()"
        select $"{type.FullName} calls {call.TargetMember.FullName}");

    [Fact]
    public void Packages_EveryPinnedVersion_IsUsed()
    {
        string[] projects =
        [
            .. Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories),
            .. Directory.GetFiles(CodesignProcess.InRepository("tests"), "*.csproj", SearchOption.AllDirectories),
        ];
        Assert.Empty(Includes(CodesignProcess.InRepository("Directory.Packages.props"), "PackageVersion")
            .Except(projects.SelectMany(p => Includes(p, "PackageReference"))));
    }

    private static string Source => CodesignProcess.InRepository("src");

    private static string Layer(string project) => Path.GetFileNameWithoutExtension(project)["CoDesign.".Length..];

    private static HashSet<string> Allowed(string layer) => [.. May[layer].SelectMany(l => Allowed(l).Append(l))];

    private static IEnumerable<string> Includes(string file, string item) =>
        XDocument.Load(file).Descendants(item).Select(e => e.Attribute("Include")?.Value ?? "");
}
