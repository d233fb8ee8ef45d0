using CoDesign.Tests;
using Xunit;

namespace CoDesign.Hdf5.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("test.h5");

    public void Dispose() => _folder.Dispose();

    [Hdf5Fact]
    public void Write_Double_ComesBackBitForBit() => RoundTrip(
        [0, -0.0, 1.0 / 3, double.NaN, double.PositiveInfinity, double.Epsilon, double.MaxValue]);

    [Hdf5Fact]
    public void Write_Float_ComesBack() => RoundTrip([1.5f, float.NaN, float.MinValue, float.Epsilon]);

    [Hdf5Fact]
    public void Write_Int_ComesBack() => RoundTrip([0, 1, int.MinValue, int.MaxValue]);

    [Hdf5Fact]
    public void Write_Long_ComesBack() => RoundTrip([0L, -1, long.MinValue, long.MaxValue]);

    [Hdf5Fact]
    public void Write_UnsignedLong_ComesBack() => RoundTrip([0UL, ulong.MaxValue]);

    [Hdf5Fact]
    public void Write_Byte_ComesBack() => RoundTrip<byte>([0, 127, 255]);

    [Hdf5Fact]
    public void Write_Bool_ComesBack() => RoundTrip([true, false, true]);

    [Hdf5Fact]
    public void Write_Empty_ComesBackEmpty() => RoundTrip(Array.Empty<double>());

    [Hdf5Fact]
    public void Write_LargeMatrix_KeepsDimensionsUnitAndValues()
    {
        var data = Enumerable.Range(0, 300 * 200).Select(i => Math.Sin(i)).ToArray();
        using (var file = Hdf5File.Create(Path))
        {
            file.Root.Write("a/b/energy", data, [300, 200], unit: "MeV");
        }

        using var again = Hdf5File.OpenRead(Path);
        using var dataset = again.Root.OpenDataset<double>("a/b/energy");
        Assert.Equal([300, 200], dataset.Dimensions);
        Assert.Equal("MeV", dataset.GetString("unit"));
        Assert.Equal(data, dataset.Read());
        Assert.Equal(data[(7 * 200)..(9 * 200)], dataset.Read(7, 2));
    }

    [Hdf5Fact]
    public void Write_Scalar_HasNoDimensions()
    {
        using (var file = Hdf5File.Create(Path))
        {
            file.Root.Write<double>("x", [2.5], []);
        }

        using var again = Hdf5File.OpenRead(Path);
        using var dataset = again.Root.OpenDataset<double>("x");
        Assert.Empty(dataset.Dimensions);
        Assert.Equal([2.5], dataset.Read());
    }

    [Hdf5Fact]
    public void Append_UnevenPieces_EqualsWhole()
    {
        var rng = new Random(3);
        var data = Enumerable.Range(0, 3 * 10_000).Select(_ => rng.NextDouble()).ToArray();
        using (var file = Hdf5File.Create(Path))
        {
            using var dataset = file.Root.CreateAppendable<double>("hits", [3], unit: "mm");
            for (var row = 0; row < 10_000;)
            {
                var rows = Math.Min(rng.Next(0, 700), 10_000 - row);
                dataset.Append(data.AsSpan(row * 3, rows * 3));
                row += rows;
            }

            Assert.Equal(10_000, dataset.Rows);
        }

        using var again = Hdf5File.OpenRead(Path);
        Assert.Equal(data, again.Root.Read<double>("hits"));
    }

    [Hdf5Fact]
    public void Append_AfterReopening_Continues()
    {
        using (var file = Hdf5File.Create(Path))
        using (var dataset = file.Root.CreateAppendable<int>("n", []))
        {
            dataset.Append([1, 2]);
        }

        using (var file = Hdf5File.OpenAppend(Path))
        using (var dataset = file.Root.OpenDataset<int>("n"))
        {
            dataset.Append([3]);
        }

        using var again = Hdf5File.OpenRead(Path);
        Assert.Equal([1, 2, 3], again.Root.Read<int>("n"));
    }

    [Hdf5Fact]
    public void WriteStrings_Unicode_ComesBack()
    {
        string[] texts = ["", "plain", "µ⁺ → e⁺ γ", "日本語", new string('x', 100_000)];
        using (var file = Hdf5File.Create(Path))
        {
            file.Root.WriteStrings("names", texts);
            file.Root.WriteStrings("none", []);
        }

        using var again = Hdf5File.OpenRead(Path);
        Assert.Equal(texts, again.Root.ReadStrings("names"));
        Assert.Empty(again.Root.ReadStrings("none"));
    }

    [Hdf5Fact]
    public void SetAttribute_AllKinds_ComeBack()
    {
        using (var file = Hdf5File.Create(Path))
        {
            using var group = file.Root.CreateGroup("run");
            group.SetAttribute("title", "Pb/LAr µ");
            group.SetAttribute("title", "second");
            group.SetAttribute("tags", ["a", "b"]);
            group.SetAttribute("energy", 10e3);
            group.SetAttribute("events", 1234567890123L);
            group.SetAttribute("judge", true);
            group.SetAttribute("edges", [0.5, 1.5]);
        }

        using var again = Hdf5File.OpenRead(Path);
        using var run = again.Root.OpenGroup("run");
        Assert.Equal("second", run.GetString("title"));
        Assert.Equal(["a", "b"], run.GetStrings("tags"));
        Assert.Equal(10e3, run.GetAttribute<double>("energy"));
        Assert.Equal(1234567890123L, run.GetAttribute<long>("events"));
        Assert.True(run.GetAttribute<bool>("judge"));
        Assert.Equal([0.5, 1.5], run.GetAttributes<double>("edges"));
        Assert.True(run.HasAttribute("judge"));
        Assert.False(run.HasAttribute("nothing"));
    }

    [Hdf5Fact]
    public void Names_GroupsAndDatasets_AreSortedAndTyped()
    {
        using var file = Hdf5File.Create(Path);
        file.Root.Write("z", [1.0]);
        file.Root.CreateGroup("a/inner").Dispose();
        file.Root.CreateGroup("é").Dispose();
        Assert.Equal(["a", "z", "é"], file.Root.Names);
        Assert.True(file.Root.IsGroup("a"));
        Assert.False(file.Root.IsGroup("z"));
        Assert.True(file.Root.Exists("a/inner"));
        Assert.False(file.Root.Exists("b/inner"));
    }

    [Hdf5Fact]
    public void Write_TwiceTheSame_IsByteIdentical()
    {
        var first = WriteSample(_folder.File("first.h5"));
        Assert.Equal(first, WriteSample(_folder.File("second.h5")));
    }

    [Hdf5Fact]
    public void Write_FromManyThreads_EachFileIsRight() => Parallel.For(0, 16, i =>
    {
        var path = _folder.File($"thread{i}.h5");
        var data = Enumerable.Repeat((double)i, 5000).ToArray();
        using (var file = Hdf5File.Create(path))
        {
            file.Root.Write("x", data);
        }

        using var again = Hdf5File.OpenRead(path);
        Assert.Equal(data, again.Root.Read<double>("x"));
    });

    private static byte[] WriteSample(string path)
    {
        using (var file = Hdf5File.Create(path))
        {
            file.Root.Write("x", Enumerable.Range(0, 5000).Select(i => i * 0.1).ToArray(), unit: "mm");
            using var group = file.Root.CreateGroup("g");
            group.SetAttribute("title", "same");
            group.WriteStrings("s", ["one", "two"]);
            using var hits = group.CreateAppendable<float>("hits", [2, 2]);
            hits.Append([1, 2, 3, 4, 5, 6, 7, 8]);
        }

        return File.ReadAllBytes(path);
    }

    private void RoundTrip<T>(T[] data)
        where T : unmanaged
    {
        using (var file = Hdf5File.Create(Path))
        {
            file.Root.Write("x", data);
        }

        using var again = Hdf5File.OpenRead(Path);
        Assert.Equal(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(data).ToArray(),
            System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(again.Root.Read<T>("x")).ToArray());
    }
}
