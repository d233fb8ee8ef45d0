using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests;

public sealed class ParticleTests
{
    [Theory]
    [InlineData("e-", 11)]
    [InlineData("E-", 11)]
    [InlineData("photon", 22)]
    [InlineData("mu+", -13)]
    [InlineData("p", 2212)]
    public void Find_KnownName_GivesPdgId(string name, int pdgId) => Assert.Equal(pdgId, Particle.Find(name)?.PdgId);

    [Fact]
    public void Find_UnknownName_GivesNull() => Assert.Null(Particle.Find("graviton"));

    [Fact]
    public void Momentum_AnyEnergy_ObeysMassShell() =>
        Gen.Select(Gen.OneOf<Particle>([.. Particle.All]), LogUniform(1e-3, 1e6)).Check(200, (particle, kinetic) =>
        {
            var (p, e) = (particle.Momentum(kinetic), kinetic + particle.Mass);
            Assert.InRange((p * p) + (particle.Mass * particle.Mass), e * e * (1 - 1e-12), e * e * (1 + 1e-12));
            Assert.Equal(1, particle.Beta(kinetic) / (p / e), 1e-12);
        });

    [Fact]
    public void Momentum_NegativeEnergy_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Particle.Electron.Momentum(-1));

    // E_s = sqrt(4 pi/alpha) m_e c^2, PDG RPP 2022 table 34.1.
    [Fact]
    public void ScatteringScaleEnergy_FromConstants_IsPdgValue() => Assert.Equal(
        PhysicalConstants.ScatteringScaleEnergy,
        Math.Sqrt(4 * Math.PI / PhysicalConstants.FineStructure) * PhysicalConstants.ElectronMass,
        4);

    // h-bar c = 197.3269804 MeV fm, CODATA 2018.
    [Fact]
    public void HbarC_FromConstants_IsCodataValue() =>
        Assert.Equal(197.3269804e-12, PhysicalConstants.HbarC, 1e-19);
}
