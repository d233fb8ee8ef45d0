using CoDesign.Studies.Runs.Outer;
using Xunit;

namespace CoDesign.Studies.Tests.Outer;

public sealed class EarlyStopTests
{
    // Thirty steps are checked after 10 and 20; the falls from step 10 on are 0.2, 0.3 and 0.25.
    private static readonly double[][] Finished = [[1.2, 1.1, 1.0], [1.4, 1.2, 1.1], [1.3, 1.15, 1.05]];
    private readonly EarlyStop _stop = new(30);

    [Fact]
    public void GiveUp_BetweenTheCheckPoints_NeverGivesUp()
    {
        Assert.Equal([10, 20], _stop.CheckPoints);
        foreach (int steps in Enumerable.Range(1, 30).Except([10, 20]))
        {
            Assert.Null(_stop.GiveUp(Flat(steps, 9), Finished));
        }
    }

    [Fact]
    public void GiveUp_EvenALargeFallWouldNotWin_ExpectsTheMeanFall()
    {
        // 1.5 times the largest fall of 0.3 leads from 1.46 to 1.01, above the best end of 1.
        (double expected, double error) = Assert.NotNull(_stop.GiveUp(Flat(10, 1.46), Finished));

        Assert.Equal(1.46 - 0.25, expected, 12);
        Assert.Equal(0.05, error, 12);
    }

    [Fact]
    public void GiveUp_ALargeFallCouldWin_GoesOn() => Assert.Null(_stop.GiveUp(Flat(10, 1.44), Finished));

    [Fact]
    public void GiveUp_ScatterOfTheStepsIsLarge_GoesOn()
    {
        // The mean of the latest four is 1.46 as above, its error 0.12.
        double[] steps = [.. Flat(6, 1.46), 1.26, 1.66, 1.26, 1.66];

        Assert.Null(_stop.GiveUp(steps, Finished));
    }

    [Fact]
    public void GiveUp_ErrorUnknown_GoesOn() => Assert.Null(new EarlyStop(3).GiveUp([9], [[1.2, 1.0], [1.3, 1.1], [1.2, 1.0]]));

    [Fact]
    public void GiveUp_TooFewFinished_GoesOn() => Assert.Null(_stop.GiveUp(Flat(10, 9), Finished[..2]));

    private static double[] Flat(int steps, double value) => [.. Enumerable.Repeat(value, steps)];
}
