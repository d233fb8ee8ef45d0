using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using CoDesign.Physics.Materials;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Tests.Calorimeters;

public sealed class CalorimeterDetectorTests
{
    private static readonly SamplingCalorimeterGeometry Geometry = CalorimeterGeometryLoader.Load("g.yaml", Example.Text);

    [Fact]
    public void Build_Baseline_HasDimensionsOfTheFile()
    {
        using var scope = NewDisposeScope();
        var detector = Geometry.Build(Geometry.Space.Baseline());

        Assert.Equal([22, 30], detector.Sections.Select(section => section.Layers));
        Assert.Equal("doped-polystyrene", detector.Sections[0].Active.Material.Name);
        Assert.Equal(22 * (2 + 4 + 0.1) + 30 * (4 + 5), detector.Depth.item<double>(), 1e-9);
        Assert.Equal(2 * 1e6 / (40 * 40), detector.Channels.item<double>(), 1e-9);
        Assert.Equal(200 * Units.GeV, detector.Readout.FullScale.item<double>());
        Assert.Equal(1, detector.Readout.Capacitance.item<double>() / ((5 + 16) * 1e-12 * Units.Farad), 1e-12);
        Assert.Equal(1, detector.Power.item<double>() / (120e-3 * Units.Watt * 1250), 1e-12);
        Assert.Equal(0.008, detector.Readout.CalibrationNonuniformity.item<double>(), 1e-15);
        Assert.Equal(12, detector.Readout.Bits.item<double>());
    }

    [Fact]
    public void Build_Baseline_AddsUpRadiationLengths()
    {
        using var scope = NewDisposeScope();
        var detector = Geometry.Build(Geometry.Space.Baseline());
        var doped = detector.Sections[0].Active.Material.RadiationLength;

        var expected = 22 * (2 / X0("lead") + 4 / doped + 0.1 / X0("air"))
            + 30 * (4 / X0("lead") + 5 / X0("polystyrene"));
        Assert.Equal(expected, detector.RadiationLengths.item<double>(), 1e-9);
    }

    [Fact]
    public void Build_Baseline_AddsUpCost()
    {
        using var scope = NewDisposeScope();
        var detector = Geometry.Build(Geometry.Space.Baseline());
        var parts = detector.CostBreakdown.ToDictionary(part => part.Key, part => part.Value.item<double>());

        Assert.Equal(0.04e-3 * 1e6 * (22 * 2 + 30 * 4), parts["volume of lead"], 1e-6);
        Assert.Equal(0.03e-3 * 1e6 * 30 * 5, parts["volume of polystyrene"], 1e-6);
        Assert.Equal(20 * 52, parts["layers"], 1e-6);
        Assert.Equal(1250 * (120 + 16), parts["channels"], 1e-6);
        Assert.Equal(1250 * 2 * 3, parts["light"], 1e-6);
        Assert.Equal(5 * 0.12 * 1250, parts["power"], 1e-6);
        Assert.Equal(1000, parts["fixed"], 1e-6);
        Assert.Equal(parts.Values.Sum(), detector.Cost.item<double>(), 1e-6);
    }

    [Fact]
    public void Build_OtherChoice_ChangesTheMaterial()
    {
        using var scope = NewDisposeScope();
        double[] theta = [.. Geometry.Space.BaselineValues];
        theta[5] = 1;

        var detector = Geometry.Build(Geometry.Space.AtValues(theta));

        Assert.Equal("tungsten", detector.Sections[1].Absorber?.Material.Name);
        Assert.Equal("lead", detector.Sections[0].Absorber?.Material.Name);
    }

    [Fact]
    public void Build_FrozenSpace_UsesBaseline()
    {
        using var scope = NewDisposeScope();
        var space = Geometry.Space.Freeze("absorber_front", "layer_count", "back_material");

        Assert.Equal(
            Geometry.Build(Geometry.Space.Baseline()).Depth.item<double>(),
            Geometry.Build(space.Baseline()).Depth.item<double>());
    }

    [Theory]
    [InlineData("depth")]
    [InlineData("radiation_lengths")]
    [InlineData("cost / (1000 EUR)")]
    [InlineData("power / (1 W)")]
    [InlineData("channels / 1000")]
    [InlineData("depth / tower_area ^ 0.5 + log(cost / (1 EUR))")]
    public void Constraint_Gradient_AgreesWithDifferences(string text)
    {
        var constraint = Geometry.Constraint(text);

        CentralDifference.Check(
            u => constraint.Evaluate(Geometry.Build(Geometry.Space.At(u))), [0.3, -0.4, 0.6, 0.1, 0.2, -3, 1.1]);
    }

    [Fact]
    public void Constraint_OfTheDetector_HasDimension()
    {
        Assert.Equal("length", Geometry.Constraint("depth - 3 * cell_size").Dimension.ShortName);
        Assert.Equal("amount of money", Geometry.Constraint("cost").Dimension.ShortName);
        Assert.Equal(
            "cannot subtract '3' (number) from 'depth' (length)",
            Assert.Throws<ExpressionException>(() => Geometry.Constraint("depth - 3")).Message);
        Assert.Equal(
            "unknown name deepth; did you mean depth?",
            Assert.Throws<ExpressionException>(() => Geometry.Constraint("deepth")).Message);
    }

    [Fact]
    public void Cost_OfThickerAbsorber_GrowsByItsPrice()
    {
        using var scope = NewDisposeScope();
        double[] theta = [.. Geometry.Space.BaselineValues];
        var before = Geometry.Build(Geometry.Space.AtValues(theta)).Cost.item<double>();
        theta[1] += 1;
        var after = Geometry.Build(Geometry.Space.AtValues(theta)).Cost.item<double>();

        Assert.Equal(0.04e-3 * 1e6 * 30, after - before, 1e-6);
    }

    [Fact]
    public void Build_InADisposeScope_LeavesNoTensorBehind()
    {
        var before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            var u = zeros(Geometry.Space.Parameters.Count, dtype: float64).requires_grad_(true);
            Geometry.Build(Geometry.Space.At(u)).Cost.backward();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    private static double X0(string name) => MaterialCatalogue.Get(name).RadiationLength;
}
