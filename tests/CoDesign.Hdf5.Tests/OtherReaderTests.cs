using Xunit;

namespace CoDesign.Hdf5.Tests;

public sealed class OtherReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("test.h5");

    public void Dispose() => _folder.Dispose();

    [H5PyFact]
    public void Write_AllKinds_H5PyReadsThem()
    {
        WriteSample();
        var script = """
            import sys, numpy as np, h5py
            with h5py.File(sys.argv[1]) as f:
                x = f["g/x"]
                assert x.shape == (2, 3) and x.dtype == np.float64, x
                assert (x[...] == np.arange(6).reshape(2, 3) / 3).all()
                assert x.attrs["unit"] == "MeV", x.attrs["unit"]
                assert f["hits"].shape == (4,) and f["hits"].maxshape == (None,)
                assert f["hits"].compression == "gzip" and f["hits"].shuffle
                assert list(f["hits"]) == [1, 2, 3, 4]
                assert f["flags"].dtype == np.bool_ and list(f["flags"]) == [True, False]
                assert [s.decode() for s in f["names"]] == ["e⁻", "gamma"]
                # No object times, or equal contents would differ from one second to the next.
                assert all(h5py.h5g.get_objinfo(f[n].id).mtime == 0 for n in ("g", "g/x", "hits", "flags", "names"))
                assert f.attrs["title"] == "Pb/LAr µ" and f.attrs["events"] == 12
            """;
        var (code, output) = Command.Run(H5PyFactAttribute.Python, "-c", script, Path);
        Assert.True(code == 0, output);
    }

    [H5PyFact]
    public void Read_FileOfH5Py_GivesItsValues()
    {
        var script = """
            import sys, numpy as np, h5py
            with h5py.File(sys.argv[1], "w") as f:
                f.create_dataset("x", data=np.arange(1000) / 7, compression="gzip", chunks=(100,))
                f.create_dataset("big", data=np.arange(3), dtype=">i8")
                f.create_dataset("flags", data=np.array([True, False]))
                f.create_dataset("fixed", data=np.array([b"ab", b"abcd"]))
                f.create_dataset("texts", data=["µ", "tau"])
                f.attrs["title"] = "h5py"
                f.attrs["ascii"] = np.bytes_("bytes")
            """;
        var (code, output) = Command.Run(H5PyFactAttribute.Python, "-c", script, Path);
        Assert.True(code == 0, output);
        using var file = Hdf5File.OpenRead(Path);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i / 7.0), file.Root.Read<double>("x"));
        Assert.Equal([0L, 1, 2], file.Root.Read<long>("big"));
        Assert.Equal([true, false], file.Root.Read<bool>("flags"));
        Assert.Equal(["ab", "abcd"], file.Root.ReadStrings("fixed"));
        Assert.Equal(["µ", "tau"], file.Root.ReadStrings("texts"));
        Assert.Equal("h5py", file.Root.GetString("title"));
        Assert.Equal("bytes", file.Root.GetString("ascii"));
    }

    [H5DumpFact]
    public void Write_AllKinds_H5DumpReadsThem()
    {
        WriteSample();
        var (code, output) = Command.Run("h5dump", "-p", Path);
        Assert.True(code == 0, output);
        Assert.Contains("H5T_IEEE_F64LE", output);
        Assert.Contains("COMPRESSION DEFLATE { LEVEL 4 }", output);
        Assert.Contains("\"MeV\"", output);
    }

    private void WriteSample()
    {
        using var file = Hdf5File.Create(Path);
        file.Root.SetAttribute("title", "Pb/LAr µ");
        file.Root.SetAttribute("events", 12);
        file.Root.Write("g/x", Enumerable.Range(0, 6).Select(i => i / 3.0).ToArray(), [2, 3], unit: "MeV");
        file.Root.Write("flags", [true, false]);
        file.Root.WriteStrings("names", ["e⁻", "gamma"]);
        using var hits = file.Root.CreateAppendable<int>("hits", []);
        hits.Append([1, 2]);
        hits.Append([3, 4]);
    }
}
