using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;
using CoDesign.Physics.Tests;
using CoDesign.Simulation.Showers;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Showers;

public sealed class StackPropertiesTests
{
    private static readonly string[] Absorbers = ["lead", "tungsten", "iron", "copper"];
    private static readonly string[] Actives = ["polystyrene", "liquid-argon", "silicon"];

    [Fact]
    public void Stack_Uniform_IsThatOfPlainNumbers() => ForAll.Draws(30, rng =>
    {
        using DisposeScope scope = NewDisposeScope();
        (TestStack stack, SamplingMedium medium) = Draw(rng);
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

    private static (TestStack Stack, SamplingMedium Medium) Draw(System.Random rng)
    {
        var stack = new TestStack
        {
            Absorber = Absorbers[rng.Next(Absorbers.Length)],
            AbsorberThickness = Math.Round(rng.LogUniform(0.5, 20), 6),
            Active = Actives[rng.Next(Actives.Length)],
            ActiveThickness = Math.Round(rng.LogUniform(0.5, 20), 6),
            Layers = rng.Next(1, 30),
            Sections = rng.Next(1, 4),
        };
        return (stack, new SamplingMedium(
            MaterialCatalogue.Get(stack.Absorber), stack.AbsorberThickness, MaterialCatalogue.Get(stack.Active),
            stack.ActiveThickness));
    }

    private static void AssertClose(double expected, Tensor actual) =>
        Assert.Equal(expected, actual.ToDouble(), 1e-12 * Math.Max(1, Math.Abs(expected)));
}
