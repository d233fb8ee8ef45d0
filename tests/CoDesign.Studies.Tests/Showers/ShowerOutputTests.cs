using System.Diagnostics;
using CoDesign.Studies.Showers;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Studies.Tests.Showers;

public sealed class ShowerOutputTests : IDisposable
{
    private const string Refused = "exists and is not an HDF5 file; move it away or choose another name";
    private static readonly byte[] Hdf5 = [0x89, .. "HDF\r\n\x1a\n"u8, 0];

    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Hdf5Fact]
    public void Obstacle_NothingOrAnHdf5File_IsNone()
    {
        File.WriteAllBytes(In("old.h5"), Hdf5);
        File.WriteAllBytes(In("old.h5.part"), Hdf5);
        Assert.Null(ShowerOutput.Obstacle(In("new.h5")));
        Assert.Null(ShowerOutput.Obstacle(In("old.h5")));
    }

    [Theory]
    [InlineData("a thesis, more than eight bytes")]
    [InlineData("short")]
    [InlineData("")]
    public void Obstacle_OtherFile_SaysSo(string text)
    {
        File.WriteAllText(In("x"), text);
        Assert.Equal($"given {In("x")}, {Refused}", ShowerOutput.Obstacle(In("x")));
        Assert.Equal($"given {Link("link-to-a-file", "x")}, {Refused}", ShowerOutput.Obstacle(In("link-to-a-file")));
        Assert.Equal(text, File.ReadAllText(In("x")));
    }

    [Fact]
    public void Obstacle_Pipe_SaysSoAndDoesNotWaitForIt()
    {
        using Process make = Process.Start("mkfifo", [In("pipe"), In("new.h5.part")]);
        make.WaitForExit();
        Assert.Equal($"given {In("pipe")}, {Refused}", ShowerOutput.Obstacle(In("pipe")));
        Assert.EndsWith(Refused, ShowerOutput.Obstacle(Link("a-link-to-the-pipe", "pipe")), StringComparison.Ordinal);
        Assert.Equal(
            $"given {In("new.h5")}, is written as {In("new.h5.part")}, which {Refused}",
            ShowerOutput.Obstacle(In("new.h5")));
    }

    [Hdf5Fact]
    public void Obstacle_Links_AreFollowed()
    {
        File.WriteAllBytes(In("old.h5"), Hdf5);
        Assert.Null(ShowerOutput.Obstacle(Link("to-hdf5", "old.h5")));
        Assert.Null(ShowerOutput.Obstacle(Link("to-nothing", "new.h5")));
        Assert.Equal(In("new.h5"), ShowerOutput.Behind(In("to-nothing")));
        Assert.Contains(
            "does not exist", ShowerOutput.Obstacle(Link("nowhere", "no/new.h5")), StringComparison.Ordinal);
        Assert.Contains("this is a folder", ShowerOutput.Obstacle(Link("to-folder", ".")), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be written", ShowerOutput.Obstacle(Link("circle", "circle")), StringComparison.Ordinal);
        Link("new.h5.part", "old.h5");
        Assert.EndsWith(Refused, ShowerOutput.Obstacle(In("new.h5")), StringComparison.Ordinal);
    }

    private string Link(string name, string target)
    {
        File.CreateSymbolicLink(In(name), target);
        return In(name);
    }

    private string In(string name) => Path.Combine(_folder, name);
}
