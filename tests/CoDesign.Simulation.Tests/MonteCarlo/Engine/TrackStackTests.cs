using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Engine;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.MonteCarlo.Engine;

public sealed class TrackStackTests
{
    private static readonly Gen<Track> Tracks =
        from at in Uniform(0, 1).Array[7]
        from slab in Gen.Int[0, int.MaxValue]
        from kind in Gen.OneOf(ParticleKind.Electron, ParticleKind.Gamma, ParticleKind.Positron)
        select new Track
        {
            X = at[0],
            Y = at[1],
            Z = at[2],
            U = at[3],
            V = at[4],
            W = at[5],
            Energy = at[6],
            Slab = slab,
            Kind = kind,
        };

    // One in five along the axis, where the azimuth is undefined.
    private static readonly Gen<Track> Directions = Gen.Frequency(
        (4, Gen.Select(Uniform(-1, 1), Uniform(0, 2 * Math.PI), (z, phi) =>
        {
            double t = Math.Sqrt(1 - (z * z));
            return new Track { U = t * Math.Cos(phi), V = t * Math.Sin(phi), W = z };
        })),
        (1, Gen.OneOf(1.0, -1).Select(w => new Track { W = w })));

    private static readonly Gen<(int Plane, int I, int J, double Energy)[][]> Events = (
        from reach in Gen.Int[1, 199]
        from deposits in Gen.Select(
            Gen.Int[0, 49], Gen.Int[-reach, reach], Gen.Int[-reach, reach], Uniform(0, 1)).Array[0, 20_000]
        select deposits).Array[4];

    [Fact]
    public void Pop_AfterAnyPushes_IsLastInFirstOut() =>
        Gen.Select(Uniform(0, 1), Tracks).Array[0, 30_000].Check(10, pushes =>
        {
            var stack = new TrackStack();
            var plain = new Stack<Track>();
            foreach ((double chance, Track pushed) in pushes)
            {
                if (plain.Count == 0 || chance < 0.7)
                {
                    stack.Push(pushed);
                    plain.Push(pushed);
                }
                else
                {
                    stack.Pop(out Track track);
                    Assert.Equal(plain.Pop(), track);
                }

                Assert.Equal(plain.Count, stack.Count);
            }
        });

    // A turn keeps the length of the direction and makes the angle it was asked for.
    [Fact]
    public void Turn_AnyDirection_MakesTheAngle() =>
        Gen.Select(Directions, Uniform(-1, 1), Uniform(0, 2 * Math.PI)).Check(500, (before, cosine, turn) =>
        {
            Track track = before;
            track.Turn(cosine, Math.Cos(turn), Math.Sin(turn));
            Assert.Equal(1, (track.U * track.U) + (track.V * track.V) + (track.W * track.W), 12);
            Assert.Equal(cosine, (track.U * before.U) + (track.V * before.V) + (track.W * before.W), 10);
        });

    [Fact]
    public void Cells_AnyDeposits_AreThoseOfADictionary() => Events.Check(10, events =>
    {
        var cells = new CellAccumulator();
        var list = new List<CellDeposit>();
        for (int index = 0; index < events.Length; index++)
        {
            var plain = new Dictionary<(int Plane, int J, int I), double>();
            foreach ((int plane, int i, int j, double energy) in events[index])
            {
                cells.Add(plane, i, j, energy);
                plain[(plane, j, i)] = plain.GetValueOrDefault((plane, j, i)) + energy;
            }

            list.Clear();
            cells.Flush(index, list);
            IEnumerable<CellDeposit> expected = plain.OrderBy(p => p.Key)
                .Select(p => new CellDeposit(index, p.Key.Plane, p.Key.I, p.Key.J, p.Value));
            Assert.Equal(expected, list);
        }
    });

    [Fact]
    public void Cells_AtTheEdgesOfTheGrid_KeepTheirPlace()
    {
        var cells = new CellAccumulator();
        var list = new List<CellDeposit>();
        const int Last = (1 << 20) - 1;
        cells.Add(Last, -Last, Last, 1);
        cells.Add(0, Last, -Last, 2);
        cells.Flush(3, list);
        Assert.Equal([new CellDeposit(3, 0, Last, -Last, 2), new CellDeposit(3, Last, -Last, Last, 1)], list);
    }
}
