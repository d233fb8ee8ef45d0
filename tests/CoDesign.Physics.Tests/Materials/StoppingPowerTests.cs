using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Materials;

public sealed class StoppingPowerTests
{
    // delta -> 2 ln(plasma energy/I) + 2 ln(beta gamma) - 1 at high momentum (PDG, RPP 2022, section 34.2).
    [Fact]
    public void DensityEffect_HighMomentum_IsSternheimerLimit()
    {
        var loss = MaterialCatalogue.Get("silicon").StoppingPower();
        var expected = (
            2 * Math.Log(loss.PlasmaEnergy / MaterialCatalogue.Get("silicon").MeanExcitationEnergy * 1e6)) - 1;
        Assert.Equal(expected, loss.DensityEffect(1e6), 9);
    }

    [Fact]
    public void DensityEffect_AnyMaterial_GrowsWithMomentum() =>
        Gen.Select(AnyOf.Materials, LogUniform(0.1, 1e5)).Check(200, (material, betaGamma) =>
        {
            var loss = material.StoppingPower();
            Assert.True(loss.DensityEffect(betaGamma) >= 0);
            Assert.True(loss.DensityEffect(betaGamma * 1.1) >= loss.DensityEffect(betaGamma));
        });

    [Fact]
    public void DensityEffect_AnyMaterial_IsContinuous() =>
        Gen.Select(AnyOf.Materials, LogUniform(0.1, 1e5)).Check(200, (material, betaGamma) =>
        {
            var loss = material.StoppingPower();
            Assert.InRange(loss.DensityEffect(betaGamma * (1 + 1e-9)) - loss.DensityEffect(betaGamma), 0, 1e-7);
        });

    // NIST ESTAR, collision stopping power of electrons [MeV cm2/g]: water at 1 and 10 MeV.
    [Theory]
    [InlineData("water", 1, 1.849)]
    [InlineData("water", 10, 1.968)]
    public void Electron_KnownMaterial_AgreesWithEstar(string name, double energy, double expected) =>
        Assert.InRange(
            MaterialCatalogue.Get(name).StoppingPower().ElectronMeVCm2PerGram(energy) / expected, 0.97, 1.03);

    [Fact]
    public void CriticalEnergy_Solved_ElectronLosesItsEnergyInOneRadiationLength()
    {
        var loss = MaterialCatalogue.Get("iron").StoppingPower();
        var energy = loss.CriticalEnergy(13.84);
        Assert.Equal(energy, loss.ElectronMeVCm2PerGram(energy) * 13.84, 10);
    }

    // Davies, Bethe, Maximon: f(82) = 0.3318 with alpha Z = 0.598 from the series sum_n a^2/(n (n^2 + a^2)).
    [Fact]
    public void CoulombCorrection_Lead_EqualsSeries()
    {
        var a2 = Math.Pow(PhysicalConstants.FineStructure * 82, 2);
        var series = Enumerable.Range(1, 100_000).Sum(n => a2 / (n * (((double)n * n) + a2)));
        Assert.Equal(series, NuclearData.CoulombCorrection(82), 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(93)]
    public void RadiationLength_AtomicNumberOutOfRange_Throws(int atomicNumber) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NuclearData.RadiationLength(atomicNumber, 1));
}
