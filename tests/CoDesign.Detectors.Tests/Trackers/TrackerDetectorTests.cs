using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Electronics;
using CoDesign.Physics.Materials;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Tests.Trackers;

public sealed class TrackerDetectorTests
{
    private static readonly TrackerGeometry Barrel = Load(TrackerExample.Barrel);

    [Fact]
    public void Build_Layers_AreSortedAlongTheTrack()
    {
        using var scope = NewDisposeScope();
        var layout = Barrel.Build(Barrel.Space.Baseline()).Layout;

        Assert.Equal(
            ["beam pipe", "pixels 1", "pixels 2", "pixels 3", "strips 1", "strips 2", "strips 3", "strips 4"],
            layout.Names);
        Assert.Equal([20, 30, 40, 50, 400, 600, 800, 1000], Values(layout.Position));
        Assert.Equal([false, true, true, true, true, true, true, true], layout.MeasuresU);
        Assert.Null(layout.Readout[0]);
        Assert.Equal(0.15 * 73e3, layout.Readout[1]!.Signal.item<double>(), 1e-9);
        Assert.Equal(0.3 * 73e3, layout.Readout[4]!.Signal.item<double>(), 1e-9);
        Assert.All(Values(layout.HalfExtentU), extent => Assert.Equal(double.PositiveInfinity, extent));
        Assert.Equal(5, Values(layout.ResolutionV)[^1], 1e-12);
    }

    [Fact]
    public void Build_LayersThatPassEachOther_TakeTheirPropertiesAlong()
    {
        using var scope = NewDisposeScope();
        var space = Barrel.Space;
        double[] values = [.. space.BaselineValues];
        values[space.IndexOf("radius_1")] = 900;

        var layout = Barrel.Build(space.AtValues(values)).Layout;

        Assert.Equal("strips 1", layout.Names[^2]);
        Assert.Equal(900, Values(layout.Position)[^2], 1e-12);
        Assert.Equal(1800, Values(layout.HalfExtentV)[^2], 1e-12);
        // The support of layer 1 of 4 is 1.025 mm.
        Assert.Equal(0.3 + 1.025 + 0.02, Values(layout.Thickness)[^2] - Cooling(300e-3), 1e-9);

        double Cooling(double _)
        {
            var detector = Barrel.Build(space.AtValues(values));
            return StripPowerPerArea(detector) * 2 * Units.Mm / (Units.Watt / Units.Cm2);
        }
    }

    [Fact]
    public void Build_ArrayThatIsFrozenInPart_HasTheSamePositions()
    {
        using var scope = NewDisposeScope();
        var space = Barrel.Space.Freeze("radius_2", "outer_count");

        Assert.Equal(
            Values(Barrel.Build(Barrel.Space.Baseline()).Layout.Position),
            Values(Barrel.Build(space.Baseline()).Layout.Position));
        Assert.Contains("outer_count", (Barrel with { Space = space }).CountingParameters);
    }

    [Fact]
    public void Build_Material_IsSummedInRadiationLengths()
    {
        using var scope = NewDisposeScope();
        var detector = Barrel.Build(Barrel.Space.Baseline());
        var layout = detector.Layout;
        var beryllium = MaterialCatalogue.Get("beryllium");
        Assert.Equal(0.8 / beryllium.RadiationLength, Values(layout.RadiationLengths)[0], 1e-12);
        Assert.Equal(0.8 * beryllium.MinimumEnergyLoss, Values(layout.IonisationLoss)[0], 1e-12);

        var cooling = StripPowerPerArea(detector) * 2 * Units.Mm / (Units.Watt / Units.Cm2);
        var expected = (0.3 / MaterialCatalogue.Get("Si").RadiationLength)
            + (1.1 / MaterialCatalogue.Get("carbon").RadiationLength)
            + (0.02 / MaterialCatalogue.Get("copper").RadiationLength)
            + (cooling / MaterialCatalogue.Get("water").RadiationLength);
        Assert.Equal(expected, Values(layout.RadiationLengths)[^1], 1e-12);
        Assert.Equal(
            Values(layout.RadiationLengths).Sum(), detector.Quantity("radiation_lengths").item<double>(), 1e-12);
    }

    [Fact]
    public void Build_AreaChannelsPowerCost_AreThoseOfTheFormulas()
    {
        using var scope = NewDisposeScope();
        var detector = Barrel.Build(Barrel.Space.Baseline());
        double[] radii = [400, 600, 800, 1000];
        var strips = radii.Sum(r => 2 * Math.PI * r * 4 * r * 1.1);
        var pixels = 2 * Math.PI * (30 + 40 + 50) * 270;
        var stripLength = 20 + 3.0;
        var (stripChannels, pixelChannels) = (strips / (0.08 * stripLength), pixels / (0.03 * 0.03));
        var perPixel = (20e-6 + (0.1e-3 * 0.003 * 0.25)) * Units.Watt;
        var power = (stripChannels * ((20e-6 + (0.1e-3 * stripLength / 10 * 0.25)) * Units.Watt))
            + (pixelChannels * perPixel) + ((strips + pixels) * (10e-3 * Units.Watt / Units.Cm2));

        Assert.Equal(strips + pixels, detector.Quantity("area").item<double>(), 1e-6);
        Assert.Equal(1, (stripChannels + pixelChannels) / detector.Quantity("channels").item<double>(), 1e-12);
        Assert.Equal(1, power / detector.Quantity("power").item<double>(), 1e-12);
        var cost = ((strips + pixels) / Units.Cm2 * 20)
            + (stripChannels * Math.Sqrt(stripLength) / 1000) + (pixelChannels * Math.Sqrt(0.03) / 1000)
            + (7 * 10e3) + (100 * (radii.Sum() + 120)) + (power / Units.Watt * 10) + 1e6;
        Assert.Equal(1, cost / detector.Quantity("cost").item<double>(), 1e-12);
        Assert.Equal(
            ["sensors", "channels", "layers", "power", "fixed"], detector.CostBreakdown.Keys);
    }

    [Fact]
    public void Build_WholeQuantities_AreThoseOfTheLayersThatMeasure()
    {
        using var scope = NewDisposeScope();
        var detector = Barrel.Build(Barrel.Space.Baseline());

        Assert.Equal(7, Value("layers"));
        Assert.Equal(30, Value("inner_position"));
        Assert.Equal(1000, Value("outer_position"));
        Assert.Equal(10, Value("minimum_gap"));
        Assert.Equal(4, Value("outer_count"));
        Assert.Equal(970, Barrel.Constraint("outer_position - inner_position").Evaluate(detector).item<double>());
        Assert.Equal(8, Load(TrackerExample.Planes).Constraint("planes").Evaluate(
            Load(TrackerExample.Planes).Build(Load(TrackerExample.Planes).Space.Baseline())).item<double>());

        double Value(string name) => detector.Quantity(name).item<double>();
    }

    [Fact]
    public void Build_NoiseOfTheReadout_HasTheTextbookOptimum()
    {
        // I = 10 nA, C = 20 pF, e_n = 1 nV/sqrt(Hz): tau 353.3 ns, 285.4 electrons; at half of it 1.118 times more.
        using var scope = NewDisposeScope();
        Assert.Equal(353.3, Optimum.OptimalShapingTime, 0.05);
        Assert.Equal(285.4, Noise(353.3), 0.05);
        Assert.Equal(Optimum.NoiseCharge(200), Noise(200), 1e-9);
        Assert.Equal(1.1180, Noise(353.3 / 2) / Noise(353.3), 1e-4);

        using var time = tensor([353.3], dtype: float64).requires_grad_(true);
        var design = OneLayer(353.3).Space.AtTheta(time);
        OneLayer(353.3).Build(design).Layout.Readout[0]!.Noise.backward();
        Assert.Equal(0, time.grad!.item<double>(), 1e-4);
    }

    [Fact]
    public void Build_Cooling_GrowsWithPower()
    {
        using var scope = NewDisposeScope();
        var (low, high) = (Depth("power.per_area=100 mW/cm2"), Depth("power.per_area=300 mW/cm2"));
        Assert.Equal(0.2, low, 1e-12);
        Assert.Equal(0.6, high, 1e-12);

        static double Depth(string power)
        {
            var geometry = OneLayer(100, power, "power.cooling.material=water",
                "power.cooling.thickness_per_power=2 mm/(W/cm2)", "layers[0].sensor.thickness=0 mm");
            return geometry.Build(geometry.Space.Baseline()).Layout.Thickness.item<double>();
        }
    }

    [Theory]
    [InlineData(TrackerExample.Barrel)]
    [InlineData(TrackerExample.Planes)]
    public void Build_EveryTensor_HasTheGradientOfCentralDifferences(string text)
    {
        var given = Load(text);
        // Integers and choices have no gradient where they count; steps of the others are a fraction of their scale.
        var frozen = given.Space.Freeze([.. given.CountingParameters,
            .. given.Space.Parameters.Where(p => p.Choices.Count > 0).Select(p => p.Name)]);
        double[] scale = [.. frozen.Parameters.Select(p => Math.Max(p.Baseline, 0.1 * p.Maximum))];
        double[] at = [.. frozen.Parameters.Select((p, i) => (0.97 * p.Baseline + 0.02 * p.Maximum) / scale[i])];

        using var scope = NewDisposeScope();
        var detector = given.Build(frozen.AtTheta(Theta(torch.tensor(at, dtype: float64).requires_grad_(true))));
        foreach (var (name, tensor) in Quantities(detector).Where(pair => pair.Value.requires_grad))
        {
            // Weights tell layers apart, so that an exchange of two would be seen.
            double[] values = Values(tensor.reshape(-1));
            var largest = values.Max(Math.Abs);
            double[] weights = [.. values.Select((_, i) => (i + 1) / largest)];
            CentralDifference.Check(
                x => (Quantities(given.Build(frozen.AtTheta(Theta(x))))[name].reshape(-1)
                    * torch.tensor(weights, dtype: float64)).sum(),
                at);
        }

        Tensor Theta(Tensor x) => x * torch.tensor(scale, dtype: float64);
    }

    [Fact]
    public void Build_BinaryReadout_HasTheGradientOfCentralDifferences() =>
        Build_EveryTensor_HasTheGradientOfCentralDifferences(TrackerExample.Barrel
            .Replace("mode: adc", "mode: binary", StringComparison.Ordinal)
            .Replace("  bits: adc_bits\n  full_scale: 400 e * thickness / um\n", "", StringComparison.Ordinal));

    private static Dictionary<string, Tensor> Quantities(TrackerDetector detector)
    {
        var layout = detector.Layout;
        var all = new Dictionary<string, Tensor>
        {
            ["position"] = layout.Position,
            ["resolution u"] = layout.ResolutionU,
            ["resolution v"] = layout.ResolutionV,
            ["efficiency"] = layout.Efficiency,
            ["radiation lengths"] = layout.RadiationLengths,
            ["thickness"] = layout.Thickness,
            ["loss"] = layout.IonisationLoss,
        };
        if (layout.Readout.OfType<TrackerReadout>().Any())
        {
            all["half v"] = layout.HalfExtentV.slice(0, 1, layout.Count, 1);
            foreach (var name in new[] { "area", "channels", "power", "cost", "minimum_gap", "outer_position" })
            {
                all[name] = detector.Quantity(name);
            }

            Add("noise", readout => readout.Noise);
            Add("time", readout => readout.TimeResolution);
            Add("step", readout => readout.ChargeStep);
            Add("cloud", readout => readout.ChargeWidth);
        }

        return all;

        void Add(string name, Func<TrackerReadout, Tensor> part) =>
            all[name] = stack(layout.Readout.OfType<TrackerReadout>().Select(part));
    }

    private static ElectronicNoise Optimum { get; } = new()
    {
        Capacitance = 20e-12 * Units.Farad,
        LeakageCurrent = 10e-9 * Units.Ampere,
        VoltageNoise = 1e-9 * Units.Volt / Math.Sqrt(Units.Hz),
    };

    private static double Noise(double time)
    {
        var geometry = OneLayer(time);
        return geometry.Build(geometry.Space.Baseline()).Layout.Readout[0]!.Noise.item<double>();
    }

    private static TrackerGeometry OneLayer(double time, params string[] overrides) =>
        Load(TrackerExample.OneLayer, [FormattableString.Invariant($"tau={time} ns"), .. overrides]);

    // Power per area of sensors of a strip layer [MeV/(ns mm2)].
    private static double StripPowerPerArea(TrackerDetector detector)
    {
        var readout = detector.Layout.Readout[^1]!;
        var (u, v) = (readout.PitchU.item<double>(), readout.PitchV.item<double>());
        var perChannel = (20e-6 + (0.1e-3 * v / 10 * 25 / 100)) * Units.Watt;
        return (perChannel / (u * v)) + (10e-3 * Units.Watt / Units.Cm2);
    }

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();

    private static TrackerGeometry Load(string text, params string[] overrides) =>
        Assert.IsType<TrackerGeometry>(GeometryLoader.Load("g.yaml", text, overrides));
}
