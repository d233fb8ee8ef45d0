using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;
using CoDesign.Simulation.Showers;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Showers;

public sealed class StackPropertiesTests
{
    private static readonly Gen<TestStack> Stacks = Gen.Select(
        Gen.OneOf("lead", "tungsten", "iron", "copper"), LogUniform(0.5, 20),
        Gen.OneOf("polystyrene", "liquid-argon", "silicon"), LogUniform(0.5, 20), Gen.Int[1, 29], Gen.Int[1, 3],
        (absorber, absorberThickness, active, activeThickness, layers, sections) => new TestStack
        {
            Absorber = absorber,
            AbsorberThickness = Math.Round(absorberThickness, 6),
            Active = active,
            ActiveThickness = Math.Round(activeThickness, 6),
            Layers = layers,
            Sections = sections,
        });

    [Fact]
    public void Stack_Uniform_IsThatOfPlainNumbers() => Stacks.Check(30, stack =>
    {
        using DisposeScope scope = NewDisposeScope();
        var medium = new SamplingMedium(
            MaterialCatalogue.Get(stack.Absorber), stack.AbsorberThickness, MaterialCatalogue.Get(stack.Active),
            stack.ActiveThickness);
        var properties = new StackProperties(stack.Build());
        foreach (long s in Enumerable.Range(0, stack.Sections))
        {
            AssertClose(medium.RadiationLength, properties.RadiationLength[s]);
            AssertClose(medium.CriticalEnergy, properties.CriticalEnergy[s]);
            AssertClose(medium.MoliereRadius, properties.MoliereRadius[s]);
            AssertClose(medium.MipFraction, properties.MipFraction[s]);
            AssertClose(medium.MipFraction * PlainCalibration.ElectronToMip(stack), properties.VisibleFraction[s]);
            AssertClose(PlainCalibration.Variance(stack, medium), properties.SamplingVariance[s]);
            AssertClose(PlainCalibration.AgeingSlope(stack, medium), properties.AgeingSlope[s]);
            AssertClose(medium.Period, properties.PeriodLength[s]);
            AssertClose(s * stack.Layers * medium.Period, properties.SectionStartLength[s]);
            AssertClose(s * stack.Layers / medium.SamplingFrequency, properties.SectionStart[s]);
        }

        AssertClose(medium.CriticalEnergy, properties.StackCriticalEnergy);
        AssertClose(medium.EffectiveAtomicNumber, properties.StackAtomicNumber);
        AssertClose(medium.SamplingFrequency, properties.StackSamplingFrequency);
        AssertClose(medium.ElectronToMip, properties.StackRadialElectronToMip);
        AssertClose(medium.MipFraction * PlainCalibration.ElectronToMip(stack), properties.StackVisibleFraction);
        AssertClose(stack.Sections * stack.Layers / medium.SamplingFrequency, properties.LayerBoundaries[-1]);
    });

    [Fact]
    public void Stack_SplitIntoSections_IsTheSameStack()
    {
        using DisposeScope scope = NewDisposeScope();
        TestStack one = TestStack.TestEm3 with { Layers = 60 };
        double[] expected = new StackProperties(one.Build()).LayerBoundaries.Values();
        double[] actual = new StackProperties(
            (one with { Layers = 20, Sections = 3 }).Build()).LayerBoundaries.Values();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Stack_Thicknesses_HaveTheGradientOfTheDifferences()
    {
        TestStack stack = TestStack.TestEm3 with { Sections = 2, Layers = 10 };
        CentralDifference.Check(
            theta =>
            {
                var p = new StackProperties(stack.Build(theta));
                return p.RadiationLength.sum() + p.CriticalEnergy.sum() + p.MoliereRadius.sum() + (
                    10 * p.VisibleFraction.sum())
                    + p.LayerBoundaries.sum() + p.StackSamplingFrequency + p.StackAtomicNumber
                        + p.SectionStartLength.sum()
                    + p.SamplingVariance.sum() + (10 * p.AgeingSlope.sum()) + theta.select(0, 2);
            },
            [2.3, 5.7, 40]);
    }

    private static void AssertClose(double expected, Tensor actual) =>
        Assert.Equal(expected, actual.ToDouble(), 1e-12 * Math.Max(1, Math.Abs(expected)));
}
