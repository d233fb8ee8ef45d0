namespace CoDesign.Physics.Materials;

/// <summary>A material as detector physics sees it. Lengths in mm, energies in MeV.</summary>
/// <remarks>
/// Made by <see cref="FromFormula"/>, <see cref="FromMassFractions"/>, the mixtures, or taken from
/// <see cref="MaterialCatalogue"/>. What a maker is not told is computed from the composition, see
/// <see cref="Source"/>. Two materials are equal only if they share one composition list.
/// </remarks>
public sealed partial record Material
{
    private Material()
    {
    }

    /// <summary>Name, lower-case kebab for the catalogue: <c>liquid-argon</c>.</summary>
    public required string Name { get; init; }

    /// <summary>State of matter.</summary>
    public required MaterialState State { get; init; }

    /// <summary>Density [g/cm3].</summary>
    public required double DensityGramPerCm3 { get; init; }

    /// <summary>Elements and their mass fractions, which add up to 1.</summary>
    public required IReadOnlyList<ElementFraction> Composition { get; init; }

    /// <summary>Radiation length X0 [g/cm2].</summary>
    public required double RadiationLengthGramPerCm2 { get; init; }

    /// <summary>Nuclear interaction length lambda_I [g/cm2].</summary>
    public required double NuclearInteractionLengthGramPerCm2 { get; init; }

    /// <summary>Smallest dE/dx of a heavy particle of unit charge [MeV cm2/g].</summary>
    public required double MinimumEnergyLossMeVCm2PerGram { get; init; }

    /// <summary>Critical energy Ec of electrons in Rossi's definition, as the PDG lists it [MeV].</summary>
    public required double CriticalEnergy { get; init; }

    /// <summary>Mean excitation energy I [MeV].</summary>
    public required double MeanExcitationEnergy { get; init; }

    /// <summary>Refractive index at 589 nm, or at the peak of the emission where <see cref="Source"/> says so; null
    /// if opaque or not known.</summary>
    public double? RefractiveIndex { get; init; }

    /// <summary>Where the numbers are from.</summary>
    public required string Source { get; init; }

    /// <summary>Density in the system of units [MeV ns2/mm5].</summary>
    public double Density => DensityGramPerCm3 * Units.Gram / Units.Cm3;

    /// <summary>Mean atomic number over atomic mass, sum w Z/A [mol/g].</summary>
    public double ZOverA => Composition.Sum(c => c.MassFraction * c.Element.ZOverA);

    /// <summary>Atomic number averaged over mass, sum w Z, as Grindhammer and Peters use it.</summary>
    public double EffectiveAtomicNumber => Composition.Sum(c => c.MassFraction * c.Element.AtomicNumber);

    /// <summary>Atomic mass averaged over mass, sum w A [g/mol], as Grindhammer and Peters use it.</summary>
    public double EffectiveAtomicMassGramPerMole =>
        Composition.Sum(c => c.MassFraction * c.Element.AtomicMassGramPerMole);

    /// <summary>Electrons per volume [1/mm3].</summary>
    public double ElectronDensity =>
        DensityGramPerCm3 * ZOverA * PhysicalConstants.Avogadro / Units.Cm3;

    /// <summary>Radiation length X0 [mm].</summary>
    public double RadiationLength => RadiationLengthGramPerCm2 / DensityGramPerCm3 * Units.Cm;

    /// <summary>Nuclear interaction length lambda_I [mm].</summary>
    public double NuclearInteractionLength => NuclearInteractionLengthGramPerCm2 / DensityGramPerCm3 * Units.Cm;

    /// <summary>Smallest dE/dx of a heavy particle of unit charge [MeV/mm].</summary>
    public double MinimumEnergyLoss => MinimumEnergyLossMeVCm2PerGram * DensityGramPerCm3 / Units.Cm;

    /// <summary>Moliere radius R_M = X0 E_s/Ec with E_s = 21.2052 MeV [mm].</summary>
    /// <remarks>
    /// Source: PDG, Review of Particle Physics 2022, eq. 34.37; the PDG's pages of materials use it for compounds too,
    /// with the Ec of the compound.
    /// </remarks>
    public double MoliereRadius => RadiationLength * PhysicalConstants.ScatteringScaleEnergy / CriticalEnergy;

    /// <summary>Moliere radius [g/cm2].</summary>
    public double MoliereRadiusGramPerCm2 => MoliereRadius / Units.Cm * DensityGramPerCm3;

    /// <summary>Critical energy in the form Grindhammer and Peters fitted with: 2.66 (X0 Z/A)^1.1, X0 in g/cm2
    /// [MeV].</summary>
    /// <remarks>Source: hep-ex/0001020. Z and A averaged over mass, as in Geant4's GFlash.</remarks>
    public double GrindhammerCriticalEnergy => 2.66 * Math.Pow(
        RadiationLengthGramPerCm2 * EffectiveAtomicNumber / EffectiveAtomicMassGramPerMole, 1.1) * Units.MeV;

    /// <summary>Mean energy loss by ionisation in this material.</summary>
    /// <returns>The model; it holds no state.</returns>
    public StoppingPower StoppingPower() => new(DensityGramPerCm3, ZOverA, MeanExcitationEnergy, State);

    /// <summary>The same material at another density, for a gas at another pressure or a pressed powder.</summary>
    /// <param name="densityGramPerCm3">Density [g/cm3], positive.</param>
    /// <returns>A material whose lengths in g/cm2 and critical energy are unchanged: the density effect is
    /// small.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The density is not positive.</exception>
    public Material WithDensity(double densityGramPerCm3)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(densityGramPerCm3);
        return this with { DensityGramPerCm3 = densityGramPerCm3, Source = Source + "; density given" };
    }
}
