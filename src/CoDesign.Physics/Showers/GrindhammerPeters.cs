namespace CoDesign.Physics.Showers;

/// <summary>Parameters of electromagnetic showers by Grindhammer and Peters, in plain numbers.</summary>
/// <remarks>
/// Longitudinal: gamma profile whose T and alpha fluctuate from shower to shower. Radial: core and tail that widen with
/// depth. y = E/Ec with Ec of <see cref="Materials.Material.GrindhammerCriticalEnergy"/>. Source: hep-ex/0001020;
/// constants compared with Geant4's GFlash (GVFlashHomoShowerTuning, GFlashSamplingShowerTuning). Fitted to
/// 0.4-400 GeV electrons in iron to uranium. A width above 0.5 is cut to 0.5, as GFlash does.
/// </remarks>
public static class GrindhammerPeters
{
    private const double LargestWidth = 0.5;

    /// <summary>Longitudinal parameters in one material.</summary>
    /// <param name="energyOverCritical">y = E/Ec, above 5.</param>
    /// <param name="atomicNumber">Atomic number Z averaged over mass, at least 1.</param>
    /// <returns>Distribution of ln T and ln alpha.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static LongitudinalParameters Homogeneous(double energyOverCritical, double atomicNumber)
    {
        var (maximum, shape, logY) = HomogeneousMeans(energyOverCritical, atomicNumber);
        return new LongitudinalParameters(
            Math.Log(maximum),
            Math.Log(shape),
            Width(-1.4 + (1.26 * logY)),
            Width(-0.58 + (0.86 * logY)),
            0.705 - (0.023 * logY));
    }

    /// <summary>Longitudinal parameters in a sampling stack.</summary>
    /// <param name="energyOverCritical">y = E/Ec, above 5, and large enough for the corrections to leave T above 0
    /// and alpha above 1.</param>
    /// <param name="medium">The stack.</param>
    /// <returns>Distribution of ln T and ln alpha, depth in mean radiation lengths of the stack.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The energy is outside the range for this stack.</exception>
    public static LongitudinalParameters Sampling(double energyOverCritical, SamplingMedium medium)
    {
        ArgumentNullException.ThrowIfNull(medium);
        var (maximum, shape, logY) = HomogeneousMeans(energyOverCritical, medium.EffectiveAtomicNumber);
        maximum += (-0.55 / medium.SamplingFrequency) - (0.69 * (1 - medium.ElectronToMip));
        shape += -0.476 / medium.SamplingFrequency;
        if (maximum <= 0 || shape <= 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(energyOverCritical),
                energyOverCritical,
                "too small for so coarse a stack: the parametrisation gives no shower maximum");
        }

        return new LongitudinalParameters(
            Math.Log(maximum),
            Math.Log(shape),
            Width(-2.5 + (1.25 * logY)),
            Width(-0.82 + (0.79 * logY)),
            0.784 - (0.023 * logY));
    }

    /// <summary>Radial parameters in one material.</summary>
    /// <param name="energy">Energy of the primary [MeV], positive; fitted on 0.4-400 GeV.</param>
    /// <param name="relativeDepth">Depth tau = t/T in units of the shower maximum, zero or more; fitted to
    /// about 5.</param>
    /// <param name="atomicNumber">Atomic number Z averaged over mass, at least 1.</param>
    /// <returns>Core, tail and weight; the weight is kept in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RadialParameters RadialHomogeneous(double energy, double relativeDepth, double atomicNumber)
    {
        var raw = RadialRaw(energy, relativeDepth, atomicNumber);
        return raw with { CoreWeight = Math.Clamp(raw.CoreWeight, 0, 1) };
    }

    /// <summary>Radial parameters in a sampling stack.</summary>
    /// <param name="energy">Energy of the primary [MeV], positive; fitted on 0.4-400 GeV.</param>
    /// <param name="relativeDepth">Depth tau = t/T in units of the shower maximum, zero or more; fitted to
    /// about 5.</param>
    /// <param name="medium">The stack.</param>
    /// <returns>Core, tail and weight, in mean Moliere radii of the stack; the weight is kept in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or a radius comes out negative.</exception>
    public static RadialParameters RadialSampling(double energy, double relativeDepth, SamplingMedium medium)
    {
        ArgumentNullException.ThrowIfNull(medium);
        var raw = RadialRaw(energy, relativeDepth, medium.EffectiveAtomicNumber);
        var defect = 1 - medium.ElectronToMip;
        var coarseness = 1 / medium.SamplingFrequency;
        var front = coarseness * Math.Exp(-relativeDepth);
        var core = raw.Core - (0.0203 * defect) + (0.0397 * front);
        var tail = raw.Tail - (0.14 * defect) - (0.495 * front);
        var weight = raw.CoreWeight
            + (defect * (0.348 - (0.642 * coarseness * Math.Exp(-Math.Pow(relativeDepth - 1, 2)))));
        if (core <= 0 || tail <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(medium), coarseness, "stack too coarse: the parametrisation gives a negative radius");
        }

        return new RadialParameters(core, tail, Math.Clamp(weight, 0, 1));
    }

    private static (double Maximum, double Shape, double LogY) HomogeneousMeans(double y, double atomicNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(y, 5);
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        var logY = Math.Log(y);
        return (logY - 0.812, 0.81 + ((0.458 + (2.26 / atomicNumber)) * logY), logY);
    }

    private static double Width(double inverse) => inverse > 1 / LargestWidth ? 1 / inverse : LargestWidth;

    private static RadialParameters RadialRaw(double energy, double tau, double atomicNumber)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        ArgumentOutOfRangeException.ThrowIfNegative(tau);
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        var logE = Math.Log(energy / Units.GeV);

        var core = 0.0251 + (0.00319 * logE) + ((0.1162 - (0.000381 * atomicNumber)) * tau);
        const double K2 = 0.645;
        var k1 = 0.659 - (0.00309 * atomicNumber);
        // 0.0421 as in the CMS fast simulation, which cites the appendix of hep-ex/0001020; Geant4 has 0.0412.
        var k4 = 0.3585 + (0.0421 * logE);
        var tail = k1 * (Math.Exp(-2.59 * (tau - K2)) + Math.Exp(k4 * (tau - K2)));
        var p1 = 2.632 - (0.00094 * atomicNumber);
        var p2 = 0.401 + (0.00187 * atomicNumber);
        var p3 = 1.313 - (0.0686 * logE);
        var exponent = (p2 - tau) / p3;
        return new RadialParameters(core, tail, p1 * Math.Exp(exponent - Math.Exp(exponent)));
    }
}
