using CoDesign.Physics.Tests;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Engine;
using CoDesign.Simulation.MonteCarlo.Scoring;
using Xunit;

namespace CoDesign.Simulation.Tests.MonteCarlo.Engine;

public sealed class TrackStackTests
{
    [Fact]
    public void Pop_AfterAnyPushes_IsLastInFirstOut() => ForAll.Draws(5, rng =>
    {
        var stack = new TrackStack();
        var plain = new Stack<Track>();
        for (int i = 0; i < 30_000; i++)
        {
            if (plain.Count == 0 || rng.NextDouble() < 0.7)
            {
                var track = new Track
                {
                    X = rng.NextDouble(),
                    Y = rng.NextDouble(),
                    Z = rng.NextDouble(),
                    U = rng.NextDouble(),
                    V = rng.NextDouble(),
                    W = rng.NextDouble(),
                    Energy = rng.NextDouble(),
                    Slab = rng.Next(),
                    Kind = (ParticleKind)rng.Next(3),
                };
                stack.Push(track);
                plain.Push(track);
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
    public void Turn_AnyDirection_MakesTheAngle() => ForAll.Draws(500, rng =>
    {
        double z = (2 * rng.NextDouble()) - 1, phi = 2 * Math.PI * rng.NextDouble(), t = Math.Sqrt(1 - (z * z));
        var track = new Track { U = t * Math.Cos(phi), V = t * Math.Sin(phi), W = z };
        if (rng.Next(5) == 0)
        {
            (track.U, track.V, track.W) = (0, 0, rng.Next(2) == 0 ? 1 : -1);
        }

        Track before = track;
        double cosine = (2 * rng.NextDouble()) - 1, turn = 2 * Math.PI * rng.NextDouble();
        track.Turn(cosine, Math.Cos(turn), Math.Sin(turn));
        Assert.Equal(1, (track.U * track.U) + (track.V * track.V) + (track.W * track.W), 12);
        Assert.Equal(cosine, (track.U * before.U) + (track.V * before.V) + (track.W * before.W), 10);
    });

    [Fact]
    public void Cells_AnyDeposits_AreThoseOfADictionary() => ForAll.Draws(5, rng =>
    {
        var cells = new CellAccumulator();
        var list = new List<CellDeposit>();
        for (int index = 0; index < 4; index++)
        {
            var plain = new Dictionary<(int Plane, int J, int I), double>();
            int count = rng.Next(0, 20_000), reach = rng.Next(1, 200);
            for (int n = 0; n < count; n++)
            {
                (int plane, int i, int j) = (rng.Next(50), rng.Next(-reach, reach + 1), rng.Next(-reach, reach + 1));
                double energy = rng.NextDouble();
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
