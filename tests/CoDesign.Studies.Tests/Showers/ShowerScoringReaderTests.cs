using CoDesign.Detectors.Configuration;
using CoDesign.Hdf5;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Studies.Showers;
using CoDesign.Studies.Tests.Tiny;
using CoDesign.Tests;
using Xunit;

namespace CoDesign.Studies.Tests.Showers;

public sealed class ShowerScoringReaderTests : IDisposable
{
    private readonly TinyStudy _tiny = new();

    private ShowerArguments Arguments => new()
    {
        Geometry = _tiny.GeometryFile,
        Energy = "1 GeV",
        Output = _tiny.In("showers.h5"),
    };

    public void Dispose() => _tiny.Dispose();

    [Hdf5Fact]
    public void Read_CellsThatCoverTheFrontFace_AreAllowedAndNoSmallerOnes()
    {
        // 2001 cells of 0.4998 mm cover the metre, 2001 of 0.4997 mm lack 0.1 mm.
        ScoringOptions scoring = Read(Arguments with { CellSize = "0.4998 mm" });
        Assert.Equal((0.4998, true), (scoring.CellSize, ((2 * scoring.CellReach) + 1) * 0.4998 >= 1000));
        Assert.Equal(
            "--cell-size  given 0.4997 mm, must be at least 0.4998 mm: the grid has 2001 cells a side, and the front face "
            + "is 1000 mm wide",
            Refused(Arguments with { CellSize = "0.4997 mm" }));
    }

    [Hdf5Fact]
    public void Read_CellsOfTheGeometry_MustCoverTheFrontFaceToo()
    {
        Assert.Equal(40, Read(Arguments with { Cells = true }).CellSize);
        _tiny.EditGeometry("area: 1 m2", "area: 10000 m2");
        Assert.StartsWith(
            "--cells  given 40 mm, must be at least 49.98 mm:", Refused(Arguments with { Cells = true }),
            StringComparison.Ordinal);
    }

    [Hdf5Fact]
    public void Read_Rings_HaveTheseOuterEdgesAndOneMoreTakesTheRest() => Assert.Equal(
        [0, 5, 20, double.PositiveInfinity], Read(Arguments with { Rings = "5 mm, 20 mm" }).RingEdges);

    [Hdf5Fact]
    public void Run_Rings_HoldAllEnergyInTheirOwnPlaces()
    {
        ShowerRequest request = ShowerRequestReader.Read(Arguments with
        {
            Energy = "100 MeV",
            Events = 50,
            Rings = "5 mm, 20 mm",
        });
        ShowerSummary summary = ShowerRun.Run(request, _ => { }, default);
        using Hdf5File file = Hdf5File.OpenRead(_tiny.In("showers.h5"));
        double[] rings = file.Root.OpenDataset<double>("events/ring_active").Read();
        Assert.Equal(50 * 3, rings.Length);
        Assert.Equal(summary.Active.Mean, rings.Sum() / 50, 1e-9 * summary.Active.Mean);
        Assert.All(
            Enumerable.Range(0, 3), r => Assert.True(rings.Where((_, i) => i % 3 == r).Sum() > 0, $"ring {r} is empty"));
    }

    private static ScoringOptions Read(ShowerArguments arguments) => ShowerRequestReader.Read(arguments).Scoring;

    private static string Refused(ShowerArguments arguments) =>
        Assert.Throws<StudyException>(() => ShowerRequestReader.Read(arguments)).Message.TrimEnd();
}
