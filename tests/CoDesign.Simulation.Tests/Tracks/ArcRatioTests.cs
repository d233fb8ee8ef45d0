using System.Runtime.Intrinsics;
using CoDesign.Simulation.Tracks.Kernel;
using Xunit;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class ArcRatioTests
{
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.2)]
    [InlineData(0.2499)]
    [InlineData(0.2501)]
    [InlineData(0.5)]
    [InlineData(0.979)]
    public void At_Sine_IsTheArcSineOverIt(double x) =>
        Assert.Equal(Math.Asin(x) / x, ArcRatio.At(Vector256.Create(x * x)).Value[0], 1e-15);

    [Fact]
    public void At_Zero_IsTheSeries()
    {
        var at = ArcRatio.At(Vector256<double>.Zero);
        Assert.Equal((1, 1.0 / 6, 3.0 / 20), (at.Value[0], at.First[0], at.Second[0]));
    }

    [Fact]
    public void At_BothSidesOfTheSwitch_AreTheSame()
    {
        // Lanes on the two sides, 2e-15 apart: what the derivatives change in between is below rounding.
        var at = ArcRatio.At(Vector256.Create(0.0625 - 1e-15, 0.0625 + 1e-15, 0, 0));
        Assert.Equal(at.Value[0], at.Value[1], 2e-15);
        Assert.Equal(at.First[0], at.First[1], 1e-13);
        Assert.Equal(at.Second[0], at.Second[1], 1e-11);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void At_Derivatives_AreDifferenceQuotients(double w)
    {
        const double Step = 1e-5;
        ArcRatio up = ArcRatio.At(Vector256.Create(w + Step)), down = ArcRatio.At(Vector256.Create(w - Step));
        var at = ArcRatio.At(Vector256.Create(w));
        Assert.Equal((up.Value[0] - down.Value[0]) / (2 * Step), at.First[0], 1e-6 * at.First[0]);
        Assert.Equal((up.First[0] - down.First[0]) / (2 * Step), at.Second[0], 1e-6 * at.Second[0]);
    }
}
