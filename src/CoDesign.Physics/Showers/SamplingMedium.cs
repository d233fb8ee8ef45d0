using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Showers;

/// <summary>A stack of alternating absorber and active layers seen as one medium.</summary>
/// <remarks>
/// Averages by mass: Z = sum w Z, 1/X0 = sum w/X0 (g/cm2), Ec = X0 sum w Ec/X0, R_M = E_s X0/Ec.
/// Source: Grindhammer and Peters, hep-ex/0001020; Ec of each material in their form. Geant4's GFlash uses
/// the same averages.
/// </remarks>
public sealed record SamplingMedium
{
    /// <summary>A stack of two materials.</summary>
    /// <param name="absorber">Material of the absorber.</param>
    /// <param name="absorberThickness">Thickness of an absorber layer [mm], positive.</param>
    /// <param name="active">Material of the active layer.</param>
    /// <param name="activeThickness">Thickness of an active layer [mm], positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A thickness is not positive.</exception>
    public SamplingMedium(Material absorber, double absorberThickness, Material active, double activeThickness)
    {
        ArgumentNullException.ThrowIfNull(absorber);
        ArgumentNullException.ThrowIfNull(active);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(absorberThickness);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(activeThickness);
        var absorberMass = absorberThickness * absorber.DensityGramPerCm3;
        var activeMass = activeThickness * active.DensityGramPerCm3;
        var w = absorberMass / (absorberMass + activeMass);
        var depth = (absorberThickness / absorber.RadiationLength) + (activeThickness / active.RadiationLength);
        var share = absorberThickness / absorber.RadiationLength / depth;

        Period = absorberThickness + activeThickness;
        RadiationLength = Period / depth;
        EffectiveAtomicNumber = (w * absorber.EffectiveAtomicNumber) + ((1 - w) * active.EffectiveAtomicNumber);
        // w_i X0/X0_i in g/cm2 is the share of the depth in X0.
        CriticalEnergy = (share * absorber.GrindhammerCriticalEnergy) + (
            (1 - share) * active.GrindhammerCriticalEnergy);
        MoliereRadius = RadiationLength * PhysicalConstants.ScatteringScaleEnergy / CriticalEnergy;
        SamplingFrequency = RadiationLength / Period;
        ElectronToMip = 1 / (1 + (0.007 * (absorber.EffectiveAtomicNumber - active.EffectiveAtomicNumber)));
        MipFraction = activeThickness * active.MinimumEnergyLoss
            / ((activeThickness * active.MinimumEnergyLoss) + (absorberThickness * absorber.MinimumEnergyLoss));
    }

    /// <summary>Thickness of one absorber and one active layer [mm].</summary>
    public double Period { get; }

    /// <summary>Mean radiation length [mm].</summary>
    public double RadiationLength { get; }

    /// <summary>Atomic number averaged over mass.</summary>
    public double EffectiveAtomicNumber { get; }

    /// <summary>Mean critical energy [MeV].</summary>
    public double CriticalEnergy { get; }

    /// <summary>Mean Moliere radius [mm].</summary>
    public double MoliereRadius { get; }

    /// <summary>Sampling frequency F_s = X0/(d_absorber + d_active), layers per radiation length.</summary>
    public double SamplingFrequency { get; }

    /// <summary>Ratio of the responses to electrons and to minimum-ionising particles, 1/(1 + 0.007 (Z_p -
    /// Z_a)).</summary>
    public double ElectronToMip { get; }

    /// <summary>Fraction of its energy loss that a minimum-ionising particle leaves in the active layers.</summary>
    public double MipFraction { get; }

    /// <summary>Fraction of the energy of a shower that the active layers see: e/mip times the mip fraction.</summary>
    public double SamplingFraction => ElectronToMip * MipFraction;
}
