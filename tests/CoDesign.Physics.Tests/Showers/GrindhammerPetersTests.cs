using CoDesign.Physics.Materials;
using CoDesign.Physics.Showers;
using CsCheck;
using Xunit;
using static CoDesign.Physics.Tests.Draws;

namespace CoDesign.Physics.Tests.Showers;

public sealed class GrindhammerPetersTests
{
    private static readonly SamplingMedium LeadArgon = new(
        MaterialCatalogue.Get("lead"), 2.3, MaterialCatalogue.Get("liquid-argon"), 5.7);

    // The formulas of hep-ex/0001020, at y = e^7, Z = 82, worked by hand.
    [Fact]
    public void Homogeneous_HandCase_IsFormula()
    {
        var p = GrindhammerPeters.Homogeneous(Math.Exp(7), 82);
        Assert.Equal(6.188, p.Maximum, 9);
        Assert.Equal(0.81 + ((0.458 + (2.26 / 82)) * 7), p.Shape, 9);
        Assert.Equal(1 / 7.42, p.SigmaLogMaximum, 9);
        Assert.Equal(1 / 5.44, p.SigmaLogShape, 9);
        Assert.Equal(0.544, p.Correlation, 9);
        Assert.Equal((p.Shape - 1) / p.Maximum, p.Scale, 12);
    }

    [Fact]
    public void Sampling_LeadArgon_ShiftsByTheCorrections()
    {
        var y = Math.Exp(7);
        var homogeneous = GrindhammerPeters.Homogeneous(y, LeadArgon.EffectiveAtomicNumber);
        var sampling = GrindhammerPeters.Sampling(y, LeadArgon);
        Assert.Equal(
            -0.55 / LeadArgon.SamplingFrequency - (0.69 * (1 - LeadArgon.ElectronToMip)),
            sampling.Maximum - homogeneous.Maximum,
            9);
        Assert.Equal(-0.476 / LeadArgon.SamplingFrequency, sampling.Shape - homogeneous.Shape, 9);
    }

    [Fact]
    public void Sampling_FineStackOfOneMaterial_TendsToHomogeneous()
    {
        var lead = MaterialCatalogue.Get("lead");
        var fine = new SamplingMedium(lead, 1e-6, lead, 1e-6);
        var expected = GrindhammerPeters.Homogeneous(1000, 82);
        var actual = GrindhammerPeters.Sampling(1000, fine);
        Assert.Equal(expected.Maximum, actual.Maximum, 5);
        Assert.Equal(expected.Shape, actual.Shape, 5);
        Assert.Equal(
            GrindhammerPeters.RadialHomogeneous(1e4, 1, 82).Core, GrindhammerPeters.RadialSampling(
                1e4, 1, fine).Core, 5);
    }

    [Fact]
    public void SamplingMedium_OneMaterial_HasItsProperties() =>
        Gen.Select(AnyOf.Materials, LogUniform(0.1, 10), LogUniform(0.1, 10)).Check(50, (material, absorber, active) =>
        {
            var medium = new SamplingMedium(material, absorber, material, active);
            Assert.Equal(1, medium.RadiationLength / material.RadiationLength, 12);
            Assert.Equal(1, medium.CriticalEnergy / material.GrindhammerCriticalEnergy, 12);
            Assert.Equal(material.EffectiveAtomicNumber, medium.EffectiveAtomicNumber, 9);
            Assert.Equal(1, medium.ElectronToMip, 12);
        });

    // Geant4 TestEm3, 50 x (2.3 mm Pb + 5.7 mm LAr), 1 GeV e-: 215.7 MeV visible of 215.7 + 774.0 deposited, 0.218. The
    // form of e/mip is a fit to many stacks; 10 % are granted here.
    [Fact]
    public void SamplingFraction_TestEm3_AgreesWithGeant4() =>
        Assert.InRange(LeadArgon.SamplingFraction / (215.7 / (215.7 + 774.0)), 0.9, 1.1);

    // The mean depth of the maximum agrees with Longo-Sestili to half a radiation length at 1-100 GeV.
    [Theory]
    [InlineData("lead")]
    [InlineData("iron")]
    [InlineData("lead-tungstate")]
    public void Homogeneous_Maximum_AgreesWithLongoSestili(string name)
    {
        var material = MaterialCatalogue.Get(name);
        foreach (var energy in new[] { 1e3, 1e4, 1e5 })
        {
            var p = GrindhammerPeters.Homogeneous(
                energy / material.GrindhammerCriticalEnergy, material.EffectiveAtomicNumber);
            Assert.InRange(
                p.Maximum - LongoSestili.Maximum(energy, material.CriticalEnergy, Particle.Electron), -0.6, 0.6);
        }
    }

    // hep-ex/0001020, at E = 1 GeV (ln E = 0), tau = 1, Z = 82, worked by hand.
    [Fact]
    public void RadialHomogeneous_HandCase_IsFormula()
    {
        var p = GrindhammerPeters.RadialHomogeneous(1 * Units.GeV, 1, 82);
        Assert.Equal(0.0251 + 0.1162 - (0.000381 * 82), p.Core, 12);
        Assert.Equal((0.659 - (0.00309 * 82)) * (Math.Exp(-2.59 * 0.355) + Math.Exp(0.3585 * 0.355)), p.Tail, 12);
        var x = (0.401 + (0.00187 * 82) - 1) / 1.313;
        Assert.Equal((2.632 - (0.00094 * 82)) * Math.Exp(x - Math.Exp(x)), p.CoreWeight, 12);
    }

    // hep-ex/0001020, the corrections of the radial profile for sampling stacks.
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void RadialSampling_LeadArgon_ShiftsByTheCorrections(double tau)
    {
        var homogeneous = GrindhammerPeters.RadialHomogeneous(1 * Units.GeV, tau, LeadArgon.EffectiveAtomicNumber);
        var sampling = GrindhammerPeters.RadialSampling(1 * Units.GeV, tau, LeadArgon);
        double defect = 1 - LeadArgon.ElectronToMip, frequency = LeadArgon.SamplingFrequency;
        Assert.Equal(
            (-0.0203 * defect) + (0.0397 / frequency * Math.Exp(-tau)), sampling.Core - homogeneous.Core, 12);
        Assert.Equal((-0.14 * defect) - (0.495 / frequency * Math.Exp(-tau)), sampling.Tail - homogeneous.Tail, 12);
        Assert.Equal(WeightShift(LeadArgon, tau), sampling.CoreWeight - homogeneous.CoreWeight, 12);
    }

    // The corrections of a fine stack would give the core more than all.
    [Fact]
    public void RadialSampling_FineStack_HasNoMoreThanItsCore()
    {
        var fine = new SamplingMedium(MaterialCatalogue.Get("lead"), 0.2, MaterialCatalogue.Get("polystyrene"), 0.2);
        var homogeneous = GrindhammerPeters.RadialHomogeneous(1 * Units.GeV, 0.55, fine.EffectiveAtomicNumber);
        Assert.InRange(homogeneous.CoreWeight + WeightShift(fine, 0.55), 1.01, 1.1);
        Assert.Equal(1, GrindhammerPeters.RadialSampling(1 * Units.GeV, 0.55, fine).CoreWeight);
    }

    [Fact]
    public void RadialParameters_AnyProfile_IntegratesToContainedFraction() =>
        Gen.Select(LogUniform(400, 4e5), Uniform(0.5, 2.5), LogUniform(0.01, 3)).Check(50, (energy, depth, radius) =>
        {
            var p = GrindhammerPeters.RadialSampling(energy, depth, LeadArgon);
            const double Step = 1e-4;
            double inside = p.ContainedFraction(radius * (1 - Step)), outside = p.ContainedFraction(radius * (1 + Step));
            double slope = (outside - inside) / (2 * Step * radius);
            Assert.Equal(1, slope / p.Density(radius), 1e-5);
            Assert.True(p.Core < p.Tail);
        });

    // A cylinder of one Moliere radius holds about 90 % of a shower (PDG, RPP 2022, section 34.5): radial containment
    // averaged over the longitudinal profile; a rule of thumb, good to 5 %.
    [Theory]
    [InlineData("lead-tungstate")]
    [InlineData("lead")]
    [InlineData("iron")]
    public void RadialHomogeneous_WholeShower_OneMoliereRadiusHoldsNineTenths(string name)
    {
        var material = MaterialCatalogue.Get(name);
        const double Energy = 10 * Units.GeV;
        var z = material.EffectiveAtomicNumber;
        var p = GrindhammerPeters.Homogeneous(Energy / material.GrindhammerCriticalEnergy, z);
        double inside = 0, all = 0;
        for (var depth = 0.05; depth < 40; depth += 0.1)
        {
            var weight = LongoSestili.Profile(1, depth, p.Shape, p.Scale);
            var radial = GrindhammerPeters.RadialHomogeneous(Energy, depth * p.Scale / p.Shape, z);
            inside += weight * radial.ContainedFraction(1);
            all += weight;
        }

        Assert.InRange(inside / all, 0.85, 0.95);
    }

    private static double WeightShift(SamplingMedium medium, double tau) => (1 - medium.ElectronToMip)
        * (0.348 - (0.642 / medium.SamplingFrequency * Math.Exp(-(tau - 1) * (tau - 1))));

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Homogeneous_EnergyOutOfRange_Throws(double y) =>
        Assert.ThrowsAny<ArgumentException>(() => GrindhammerPeters.Homogeneous(y, 82));

    [Fact]
    public void Sampling_StackTooCoarse_Throws()
    {
        var coarse = new SamplingMedium(MaterialCatalogue.Get("lead"), 50, MaterialCatalogue.Get("liquid-argon"), 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => GrindhammerPeters.Sampling(10, coarse));
    }
}
