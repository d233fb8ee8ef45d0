using CoDesign.Physics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo;
using CoDesign.Simulation.MonteCarlo.Scoring;
using CoDesign.Simulation.Showers;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Showers;

public sealed class SamplingCalibrationTests
{
    private const int Events = 2000;

    // The whole model on stacks that the fit has not seen. The limits are those in the README. Above
    // one half visible sigma/E is 1 to 2 % at 1 GeV, and the model's tails make it up to 27 % too large: not tested.
    [Fact]
    public void Showers_InStacksThatWereNotFitted_AreTheMonteCarlos()
    {
        List<double> visible = [], resolution = [], depth = [];
        foreach (CalibrationStack held in CalibrationStack.HeldOut.Where(held => held.Visible < 0.5))
        {
            (double mean, double sigma, double at) = Parametric(held);
            double statistics = Math.Sqrt(
                Math.Pow(held.ResolutionError / held.Resolution, 2) + (1 / (2.0 * Events)));
            visible.Add((mean / held.Visible) - 1);
            resolution.Add((sigma / held.Resolution) - 1);
            depth.Add(at - held.ActiveDepth);
            Assert.InRange(visible[^1], -0.08, 0.08);
            Assert.InRange(resolution[^1], -0.10 - (3 * statistics), 0.10 + (3 * statistics));
        }

        Assert.InRange(Rms(visible), 0, 0.03);
        Assert.InRange(Rms(resolution), 0, 0.06);
        Assert.InRange(Rms(depth), 0, 0.2);
        Assert.InRange(resolution.Average(), -0.03, 0.03);
    }

    // The layers see everything, or the absorber is thin: a medium without sampling.
    [Fact]
    public void Calibration_AllActive_HasNoFluctuationAndNoTransition()
    {
        using DisposeScope scope = NewDisposeScope();
        StackProperties active = Properties(1e-3, 100), thin = Properties(2, 1e-3), usual = Properties(2, 4);
        Assert.InRange(active.ElectronToMip[0].ToDouble(), 0.999, 1);
        Assert.InRange(thin.ElectronToMip[0].ToDouble(), 0.999, 1);
        Assert.InRange(active.SamplingVariance[0].ToDouble() / usual.SamplingVariance[0].ToDouble(), 0, 1e-3);
    }

    [Fact]
    public void ElectronToMip_ThickerLayers_FallsTowardsGrindhammerAndPeters()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] response = [.. new[] { 0.5, 1, 2, 4 }.Select(d => Properties(d, 2 * d).ElectronToMip[0].ToDouble())];
        Assert.Equal(response.OrderDescending(), response);
        Assert.InRange(response[^1], 0.6, 0.75); // theirs: 0.652
    }

    [Fact]
    public void Variance_ThickerAbsorberOrThinnerTile_IsLarger()
    {
        using DisposeScope scope = NewDisposeScope();
        double middle = Variance(2, 4);
        Assert.True(Variance(3, 4) > middle && Variance(2, 3) > middle);
        static double Variance(double absorber, double active) =>
            Properties(absorber, active).SamplingVariance[0].ToDouble();
    }

    private static StackProperties Properties(double absorber, double active) => new(new TestStack
    {
        Absorber = "lead",
        AbsorberThickness = absorber,
        Active = "polystyrene",
        ActiveThickness = active,
        Layers = 20,
    }.Build());

    /// <summary>Mean and std / mean of the active energy over the primary's, and its mean depth [X0].</summary>
    private static (double Mean, double Resolution, double Depth) Parametric(CalibrationStack line)
    {
        using IDisposable noGradient = no_grad();
        var showers = new ParametricShowers(line.Stack.Build(), new ScoringOptions());
        double energy = line.EnergyGev * Units.GeV;
        ShowerBatch batch = showers.Simulate(
            1, 0, [.. Enumerable.Repeat(new Primary(ParticleKind.Electron, energy), Events)]);
        int layers = line.Stack.Layers;
        double[] sums = [.. batch.Active.Chunk(layers).Select(layer => layer.Sum() / energy)];
        double mean = sums.Average(), variance = sums.Sum(s => (s - mean) * (s - mean)) / (Events - 1);
        using DisposeScope scope = NewDisposeScope();
        double period = new StackProperties(line.Stack.Build()).PeriodRadiationLengths[0].ToDouble();
        double moment = batch.Active.Select((e, i) => e * ((i % layers) + 0.5) * period).Sum();
        return (mean, Math.Sqrt(variance) / mean, moment / (mean * energy * Events));
    }

    private static double Rms(List<double> values) => Math.Sqrt(values.Average(v => v * v));
}
