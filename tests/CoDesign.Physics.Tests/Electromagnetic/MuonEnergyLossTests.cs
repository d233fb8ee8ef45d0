using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CsCheck;
using Xunit;
using Xunit.Abstractions;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Electromagnetic;

public sealed class MuonEnergyLossTests(ITestOutputHelper output)
{
    // Geant4's example TestEm5 (mumsc.mac): mu+ of 100 GeV through 1 m of iron, without photonuclear reactions:
    // 21.63 MeV/cm.
    [Fact]
    public void Loss_100GeVInIron_IsThatOfTestEm5()
    {
        var loss = new MuonEnergyLoss(MaterialCatalogue.Get("iron"));
        const double Energy = 100 * Units.GeV;
        double ionisation = loss.Ionisation(Energy) * Units.Cm, radiation = loss.Bremsstrahlung(Energy) * Units.Cm;
        double pairs = loss.PairProduction(Energy) * Units.Cm, nuclear = loss.Photonuclear(Energy) * Units.Cm;
        output.WriteLine($"ionisation {ionisation:f3}, bremsstrahlung {radiation:f3}, pairs {pairs:f3}, "
            + $"photonuclear {nuclear:f3} MeV/cm; without the last {ionisation + radiation + pairs:f3} MeV/cm");
        Assert.InRange((ionisation + radiation + pairs) / 21.63, 0.97, 1.03);
    }

    // At the muon's critical energy ionisation and all other losses are equal, so the loss is twice the ionisation. The
    // energies [GeV] are those of mu- in PDG, Atomic and Nuclear Properties of Materials (2022), after Groom, Mokhov,
    // Striganov (2001).
    [Theory]
    [InlineData("iron", 347)]
    [InlineData("germanium", 298)]
    [InlineData("copper", 317)]
    [InlineData("lead", 141)]
    [InlineData("water", 1032)]
    public void Loss_AtPdgCriticalEnergy_IsTwiceTheIonisation(string name, double criticalEnergy)
    {
        var loss = new MuonEnergyLoss(MaterialCatalogue.Get(name));
        double energy = (criticalEnergy * Units.GeV) - PhysicalConstants.MuonMass;
        double ratio = loss.Total(energy) / (2 * loss.Ionisation(energy));
        output.WriteLine($"{name}: loss over twice the ionisation {ratio:f4}");
        Assert.InRange(ratio, 0.95, 1.05);
    }

    [Fact]
    public void Loss_AnyMaterial_RisesWithEnergy() =>
        Gen.Select(AnyOf.Materials, LogUniform(5e3, 1e7)).Check(30, (material, energy) =>
        {
            var loss = new MuonEnergyLoss(material);
            Assert.True(loss.Bremsstrahlung(1.2 * energy) > loss.Bremsstrahlung(energy));
            Assert.True(loss.PairProduction(1.2 * energy) > loss.PairProduction(energy));
            Assert.True(loss.Photonuclear(1.2 * energy) > loss.Photonuclear(energy));
            Assert.True(loss.Ionisation(1.2 * energy) > loss.Ionisation(energy));
        });

    // Radiative losses grow about as the energy: b(E) = loss/E rises slowly to its limit of full screening.
    [Fact]
    public void RadiativeLoss_HighEnergy_IsProportionalToEnergy()
    {
        var loss = new MuonEnergyLoss(MaterialCatalogue.Get("iron"));
        Assert.Equal(10, loss.PairProduction(1e8) / loss.PairProduction(1e7), 0.3);
        Assert.Equal(10, loss.Bremsstrahlung(1e8) / loss.Bremsstrahlung(1e7), 0.3);
    }

    // Nothing is left of a muon at rest to radiate; ionisation there is Bethe's formula.
    [Fact]
    public void RadiativeLoss_LowEnergy_Vanishes()
    {
        var loss = new MuonEnergyLoss(MaterialCatalogue.Get("lead"));
        Assert.Equal(0, loss.Photonuclear(50));
        Assert.InRange(loss.PairProduction(200) / loss.Ionisation(200), 0, 0.01);
        Assert.InRange(loss.Bremsstrahlung(200) / loss.Ionisation(200), 0, 0.01);
        Assert.Throws<ArgumentOutOfRangeException>(() => MuonBremsstrahlung.Loss(PeriodicTable.Get("Fe"), 105));
    }
}
