using CoDesign.Optimization;
using CoDesign.Optimization.Gradient;
using CoDesign.Physics;
using CoDesign.Physics.Electronics;
using CoDesign.Studies.Results;
using CoDesign.Studies.Tests.Tiny;
using Xunit;

namespace CoDesign.Studies.Tests.Controls;

/// <summary>PHYSICS.md, "Co-design controls": optima whose co-design gain is known.</summary>
/// <remarks>
/// A pad detector of side s [cm]: position resolution s/sqrt(12), capacitance and leakage current proportional to s^2,
/// noise ENC(s, tau). Loss = (s/sqrt(12))^2 + weight (ENC / 1000)^2. "Sequential" takes the geometry with the readout
/// at its baseline first and then the readout; "joint" moves both. The truth of both is a scan of the closed form, with
/// tau at its optimum C e_n/sqrt(2 q I) where it is free.
/// </remarks>
public sealed class CoDesignControlTests
{
    private const double BaselineTau = 25;
    private static readonly GradientDescentOptions Options = new() { Steps = 3000, LearningRate = 0.05 };

    [Fact]
    public void Separable_JointOptimum_IsThatOfTheParts()
    {
        // f(geometry) + g(readout): the noise is that of a pad of fixed side.
        double Loss(double side, double tau) => (side * side / 12) + (1 / side) + Noise(1, tau, 1);
        double[] joint = Joint(Loss), sequential = Sequential(Loss);

        Assert.Equal(sequential[0], joint[0], 1e-4 * joint[0]);
        Assert.Equal(sequential[1], joint[1], 1e-3 * joint[1]);
        Assert.Equal(Pad(1).OptimalShapingTime, joint[1], 1e-3 * joint[1]);
        Assert.Equal(0, Gain(Loss), 1e-6);
    }

    [Fact]
    public void Coupled_JointOptimum_BeatsTheSequentialOneByTheComputedAmount()
    {
        double[] joint = Joint(Coupled(1)), sequential = Sequential(Coupled(1));

        // Truth: the noise with tau at its optimum is a function of the side alone.
        double best = Scan(side => Coupled(1)(side, Pad(side).OptimalShapingTime));
        double first = ScanAt(side => Coupled(1)(side, BaselineTau));
        double then = Coupled(1)(first, Pad(first).OptimalShapingTime);
        Assert.Equal(best, Coupled(1)(joint[0], joint[1]), 1e-6 * best);
        Assert.Equal(then, Coupled(1)(sequential[0], sequential[1]), 1e-4 * then);
        Assert.Equal(1 - (best / then), Gain(Coupled(1)), 1e-4);
        Assert.True(Gain(Coupled(1)) > 0.01, $"the control has no gain to find: {Gain(Coupled(1))}");
    }

    [Fact]
    public void IdealReadout_CoDesignGain_TendsToZero()
    {
        double[] gains = [.. new[] { 1, 0.1, 0.01, 0.001 }.Select(weight => Gain(Coupled(weight)))];

        Assert.All(gains.Zip(gains.Skip(1)), g => Assert.True(g.Second < g.First, string.Join(", ", gains)));
        Assert.True(gains[^1] < 0.02 * gains[0], string.Join(", ", gains));
    }

    // Without limits a thinner plate is always better, and so is more light: the run ends at the bounds and says so.
    [Fact]
    public void NoCostAndNoLength_RunsToTheBoundsAndWarns()
    {
        using var tiny = new TinyStudy();
        tiny.Edit("  cost: {expression: cost, at_most: baseline}", "  {}")
            .Edit("steps: 6, batch: 256, learning_rate: 0.1", "steps: 120, batch: 256, learning_rate: 0.3")
            .Edit("metric: mass_resolution, requirement: 2 %, mass: 547.86 MeV, distance: 12.6 m",
                "metric: energy_resolution, requirement: 2 %")
            .Edit("seed: 7", "seed: 7\nparameters: {cell_size: {fixed: true}, shaping_time: {fixed: true}}")
            .EditGeometry(
                "sections:",
                "  light: {min: 4 1/MeV, max: 60 1/MeV, baseline: 20 1/MeV, scale: log, stage: readout}\nsections:")
            .EditGeometry("light_yield: 20 1/MeV", "light_yield: light")
            .EditGeometry("layers: 60", "layers: 200");

        StudySummary summary = tiny.Start("run");

        Assert.Equal("lower", summary.Optimum.Parameters["absorber"].AtBound);
        Assert.Equal("upper", summary.Optimum.Parameters["light"].AtBound);
        Assert.Contains(
            "absorber is at its lower bound: the optimum may lie beyond what the study allows.", summary.Warnings);
        Assert.Contains(
            "light is at its upper bound: the optimum may lie beyond what the study allows.", summary.Warnings);
    }

    private static Func<double, double, double> Coupled(double weight) =>
        (side, tau) => (side * side / 12) + (0.02 / (side * side)) + Noise(side, tau, weight);

    private static ElectronicNoise Pad(double side) => new()
    {
        Capacitance = (5 + (10 * side * side)) * 1e-12 * Units.Farad,
        LeakageCurrent = 10e-9 * side * side * Units.Ampere,
        VoltageNoise = 1e-9 * Units.Volt / Math.Sqrt(Units.Hz),
    };

    private static double Noise(double side, double tau, double weight) =>
        weight * Math.Pow(Pad(side).NoiseCharge(tau) / 1000, 2);

    // 1 - joint / sequential, as the codesign gain of a study.
    private static double Gain(Func<double, double, double> loss)
    {
        double[] joint = Joint(loss), sequential = Sequential(loss);
        return 1 - (loss(joint[0], joint[1]) / loss(sequential[0], sequential[1]));
    }

    private static double[] Joint(Func<double, double, double> loss) =>
        [.. Minimise(u => loss(Math.Exp(u[0]), Math.Exp(u[1])), [0, Math.Log(BaselineTau)]).Select(x => Math.Exp(x))];

    private static double[] Sequential(Func<double, double, double> loss)
    {
        double side = Math.Exp(Minimise(u => loss(Math.Exp(u[0]), BaselineTau), [0])[0]);
        return [side, Math.Exp(Minimise(u => loss(side, Math.Exp(u[0])), [Math.Log(BaselineTau)])[0])];
    }

    private static double[] Minimise(Func<double[], double> f, double[] start)
    {
        var descent = new GradientDescent(Options);
        GradientDescentState state = descent.Start(start);
        while (!descent.Finished(state))
        {
            state = descent.Advance(state, new FunctionEvaluation
            {
                Value = f(state.Point),
                Gradient = [.. Enumerable.Range(0, start.Length).Select(i => Difference(f, state.Point, i))],
            });
        }

        return state.Result();
    }

    private static double Difference(Func<double[], double> f, double[] at, int i)
    {
        const double Step = 1e-5;
        double[] high = [.. at], low = [.. at];
        high[i] += Step;
        low[i] -= Step;
        return (f(high) - f(low)) / (2 * Step);
    }

    private static IEnumerable<double> Sides =>
        Enumerable.Range(0, 100_001).Select(i => 0.05 * Math.Pow(100, i / 100_000.0));

    private static double ScanAt(Func<double, double> f) => Sides.MinBy(f);

    private static double Scan(Func<double, double> f) => Sides.Min(f);
}
