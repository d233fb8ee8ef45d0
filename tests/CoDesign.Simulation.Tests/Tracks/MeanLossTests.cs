using CoDesign.Physics;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.Tracks;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Simulation.Tests.Tracks;

public sealed class MeanLossTests
{
    [Fact]
    public void Relative_MuonAtMinimumIonisation_IsOne() =>
        Assert.Equal(1, MeanLoss.Relative(3.5 * PhysicalConstants.MuonMass, PhysicalConstants.MuonMass), 2e-3);

    [Theory]
    [InlineData("carbon")]
    [InlineData("beryllium")]
    [InlineData("copper")]
    public void Relative_AnyMaterialOfATracker_IsNearThatOfSilicon(string name) =>
        LogUniform(0.3, 1000).Check(100, betaGamma =>
        {
            double mass = PhysicalConstants.MuonMass;
            StoppingPower loss = MaterialCatalogue.Get(name).StoppingPower();
            double expected = loss.HeavyMeVCm2PerGram(betaGamma, mass) / loss.MinimumMeVCm2PerGram();
            Assert.Equal(expected, MeanLoss.Relative(betaGamma * mass, mass), 0.1 * expected);
        });

    [Theory]
    [InlineData(PhysicalConstants.ElectronMass)]
    [InlineData(PhysicalConstants.MuonMass)]
    [InlineData(PhysicalConstants.ProtonMass)]
    public void Relative_SlowerThanTheFormulaHolds_IsThatOfTheSlowest(double mass)
    {
        double slowest = MeanLoss.Relative(MeanLoss.SlowestBetaGamma * mass, mass);
        Assert.True(slowest > MeanLoss.Relative(0.2 * mass, mass));
        Assert.Equal(slowest, MeanLoss.Relative(0.01 * mass, mass));
        Assert.Equal(slowest, MeanLoss.Relative(0, mass));
    }
}
