using System.Diagnostics;
using Xunit;

namespace CoDesign.Cli.Tests;

/// <summary>What 'dotnet publish' makes of the program.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    [Trait("Speed", "Slow")]
    public void Publish_Folder_RunsWithoutThePackageCache()
    {
        string folder = _place.In("published");
        using Process publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", CodesignProcess.InRepository("src/CoDesign.Cli"), "-c", "Release", "-o", folder, "--nologo", "-v", "q"])
        { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet does not start");
        string output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        Assert.True(publish.ExitCode == 0, output);

        string[] libraries = Directory.GetFiles(folder, "*.so*");
        Assert.True(libraries.Length >= 5, string.Join(", ", libraries));
        Assert.All(libraries, library => Assert.Null(new FileInfo(library).LinkTarget)); // nothing of it lies in the cache
        CommandResult check = CodesignProcess.RunProgram(Path.Combine(folder, "codesign.dll"), _place.Folder, "check", "study.yaml");
        Assert.Equal((0, ""), (check.Code, check.Error));
    }
}
