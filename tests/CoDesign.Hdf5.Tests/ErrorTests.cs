using System.Runtime.InteropServices;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Hdf5.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Folder => System.IO.Path.GetDirectoryName(Path) ?? "";

    private string Path => _folder.File("test.h5");

    public void Dispose() => _folder.Dispose();

    [Hdf5Fact]
    public void OpenRead_MissingFile_NamesPathAndCause()
    {
        var error = Assert.Throws<Hdf5Exception>(() => Hdf5File.OpenRead(Path));
        Assert.Equal(Path, error.Path);
        Assert.Contains(Path, error.Message);
        Assert.Contains("No such file or directory", error.Message);
        Assert.False(error.IsDiskFull);
    }

    [Fact]
    public void Find_NoLibrary_SaysHowToInstallIt()
    {
        var error = Assert.Throws<Hdf5Exception>(() => Native.LibrarySearch.Find([Folder]));
        Assert.Contains("no libhdf5 of version 1.10 to 1.14", error.Message);
        Assert.Contains("codesign doctor --install", error.Message);
    }

    [Fact]
    public void Find_FilesThatAreNoHdf5_NamesThem()
    {
        string text = _folder.File("libhdf5_serial.so.1"), other = _folder.File("libhdf5.so");
        File.WriteAllText(text, "no library");
        // Any library that is not HDF5 does: .NET's own.
        File.Copy(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so"), other);
        var error = Assert.Throws<Hdf5Exception>(() => Native.LibrarySearch.Find([Folder]));
        Assert.Contains($"{text} cannot be loaded", error.Message);
        Assert.Contains($"{other} is no libhdf5", error.Message);
    }

    [Hdf5Fact]
    public void Find_ALinkOfAnyNumber_IsTaken()
    {
        string link = _folder.File("libhdf5.so.310");
        File.CreateSymbolicLink(link, Hdf5Library.Description?.Split(", ")[1] ?? "");
        Assert.Equal(link, Native.LibrarySearch.Find([Folder]).Path);
    }

    [Hdf5Fact]
    public void OpenRead_NotHdf5_SaysSo()
    {
        File.WriteAllText(Path, "this is text");
        Assert.Contains(
            "file signature not found", Assert.Throws<Hdf5Exception>(() => Hdf5File.OpenRead(Path)).Message);
    }

    [Hdf5Fact]
    public void Create_ExistingFile_IsKeptUnlessReplaced()
    {
        using (var file = Hdf5File.Create(Path))
        {
            file.Root.Write("x", [1.0]);
        }

        _ = Assert.Throws<Hdf5Exception>(() => Hdf5File.Create(Path));
        using (var file = Hdf5File.OpenRead(Path))
        {
            Assert.True(file.Root.Exists("x"));
        }

        using var replaced = Hdf5File.Create(Path, IfExists.Replace);
        Assert.Empty(replaced.Root.Names);
    }

    [Hdf5Fact]
    public void OpenDataset_WrongType_SaysBothTypes()
    {
        using var file = Hdf5File.Create(Path);
        file.Root.Write("x", [1, 2]);
        var error = Assert.Throws<Hdf5Exception>(() => file.Root.OpenDataset<double>("x"));
        Assert.Contains("/x holds 32-bit integers, not Double", error.Message);
        Assert.Throws<Hdf5Exception>(() => file.Root.ReadStrings("x"));
        // A question with a wrong answer leaves the file usable.
        Assert.Equal([1, 2], file.Root.Read<int>("x"));
    }

    [Hdf5Fact]
    public void OpenDataset_Missing_NamesIt()
    {
        using var file = Hdf5File.Create(Path);
        Assert.Contains("/g/x", Assert.Throws<Hdf5Exception>(() => file.Root.Read<double>("g/x")).Message);
    }

    [Hdf5Fact]
    public void CreateGroup_Existing_Throws()
    {
        using var file = Hdf5File.Create(Path);
        file.Root.CreateGroup("g").Dispose();
        Assert.Contains("already exists", Assert.Throws<Hdf5Exception>(() => file.Root.CreateGroup("g")).Message);
    }

    [Hdf5Fact]
    public void Append_FixedDataset_Throws()
    {
        using var file = Hdf5File.Create(Path);
        file.Root.Write("x", [1.0, 2.0]);
        using var dataset = file.Root.OpenDataset<double>("x");
        Assert.Throws<Hdf5Exception>(() => dataset.Append([3.0]));
    }

    [Hdf5Fact]
    public void Append_PartOfARow_Throws()
    {
        using var file = Hdf5File.Create(Path);
        using var dataset = file.Root.CreateAppendable<double>("x", [3]);
        Assert.Throws<ArgumentException>(() => dataset.Append([1.0, 2.0]));
    }

    [Hdf5Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    public void Read_RowsOutsideDataset_Throws(long offset, long count)
    {
        using var file = Hdf5File.Create(Path);
        file.Root.Write("x", [1.0, 2.0]);
        using var dataset = file.Root.OpenDataset<double>("x");
        Assert.Throws<ArgumentOutOfRangeException>(() => dataset.Read(offset, count));
    }

    [Hdf5Fact]
    public void Write_DimensionsDoNotFit_Throws()
    {
        using var file = Hdf5File.Create(Path);
        Assert.Throws<ArgumentException>(() => file.Root.Write("x", [1.0, 2.0], [3]));
    }

    [Hdf5Fact]
    public void Write_ReadOnlyFile_Throws()
    {
        Hdf5File.Create(Path).Dispose();
        using var file = Hdf5File.OpenRead(Path);
        Assert.Throws<Hdf5Exception>(() => file.Root.Write("x", [1.0]));
    }

    [Hdf5Fact]
    public void Flush_ClosedFile_Throws()
    {
        var file = Hdf5File.Create(Path);
        var group = file.Root.CreateGroup("g");
        file.Dispose();
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(file.Flush);
        Assert.ThrowsAny<Exception>(() => group.Names);
        group.Dispose();
    }

    [Hdf5Fact]
    public void GetString_NumberAttribute_Throws()
    {
        using var file = Hdf5File.Create(Path);
        file.Root.SetAttribute("n", 3L);
        Assert.Contains("not text", Assert.Throws<Hdf5Exception>(() => file.Root.GetString("n")).Message);
        Assert.Contains("not Double", Assert.Throws<Hdf5Exception>(() => file.Root.GetAttribute<double>("n")).Message);
    }

    [Hdf5Fact]
    public void Write_UnsupportedType_Throws()
    {
        using var file = Hdf5File.Create(Path);
        Assert.Throws<NotSupportedException>(() => file.Root.Write<char>("x", ['c']));
    }
}
