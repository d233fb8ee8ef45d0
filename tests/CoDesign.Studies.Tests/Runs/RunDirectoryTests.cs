using CoDesign.Detectors.Configuration;
using CoDesign.Studies.Runs;
using Xunit;

namespace CoDesign.Studies.Tests.Runs;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codesign-run-").FullName;

    private string Run => Path.Combine(_folder, "run");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Create_FolderWithFiles_IsAnErrorAndLeavesThem()
    {
        Directory.CreateDirectory(Run);
        File.WriteAllText(Path.Combine(Run, "precious"), "x");

        Assert.Equal(
            $"{Run}  this exists and is not a run; give another directory with --out",
            Assert.Throws<StudyException>(() => RunDirectory.Create(Run)).Message);
        Assert.Equal([Path.Combine(Run, "precious")], Directory.GetFileSystemEntries(Run));
    }

    [Fact]
    public void Create_EmptyFolder_IsTaken()
    {
        Directory.CreateDirectory(Run);
        using RunDirectory directory = RunDirectory.Create(Run);
        Assert.Equal(Run, directory.Path);
    }

    [Fact]
    public void Open_WhileAnotherHoldsIt_SaysSo()
    {
        using (RunDirectory directory = RunDirectory.Create(Run))
        {
            RunDirectory.WriteWhole(directory.Start, "{}");
            Assert.Equal(
                $"{Run}  another process is writing this run; wait for it, or stop it",
                Assert.Throws<StudyException>(() => RunDirectory.Open(Run)).Message);
        }

        using RunDirectory again = RunDirectory.Open(Run);
    }

    [Fact]
    public void Open_NoRun_SaysSo()
    {
        Assert.Equal(
            $"{Run}  there is no such run directory", Assert.Throws<StudyException>(
                () => RunDirectory.Open(Run)).Message);
        Assert.Equal(
            $"{_folder}  this is not a run directory: it holds no run.json",
            Assert.Throws<StudyException>(() => RunDirectory.Open(_folder)).Message);
    }

    [Fact]
    public void WriteWhole_ExistingFile_IsReplacedWithoutLeavingAPartialOne()
    {
        string file = Path.Combine(_folder, "f");
        RunDirectory.WriteWhole(file, "long text");
        RunDirectory.WriteWhole(file, "new");

        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder));
    }
}
