namespace CoDesign.Physics.Electromagnetic;

/// <summary>Incoherent scattering of photons by the electrons of an atom.</summary>
public static class ComptonScattering
{
    private const double BindingReference = 20 * Units.KeV;
    private const double BindingHighest = 0.8 * Units.MeV;
    private const int BindingTerms = 5;

    // Below this k the closed form loses digits to cancellation.
    private const double SeriesLimit = 0.01;

    /// <summary>Cross section of a free electron at rest (Klein-Nishina).</summary>
    /// <param name="energy">Photon energy [MeV], positive.</param>
    /// <returns>Cross section [mm2]; 8 pi r_e^2/3 at zero energy.</returns>
    /// <remarks>
    /// 2 pi r_e^2 {(1+k)/k^2 [2(1+k)/(1+2k) - ln(1+2k)/k] + ln(1+2k)/(2k) - (1+3k)/(1+2k)^2}, k = E/(m_e c^2).
    /// Source: Klein and Nishina, Z. Phys. 52, 853 (1929); Heitler, The Quantum Theory of Radiation, section 22. For
    /// k below 0.01 its expansion 8 pi r_e^2/3 (1 - 2k + 26 k^2/5 - 133 k^3/10 + 1144 k^4/35), good to 4e-9.
    /// </remarks>
    public static double FreeElectron(double energy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        const double R2 = PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ClassicalElectronRadius;
        double k = energy / PhysicalConstants.ElectronMass;
        if (k < SeriesLimit)
        {
            double series = 1 + (k * (-2 + (k * (5.2 + (k * (-13.3 + (k * 1144 / 35)))))));
            return 8 * Math.PI / 3 * R2 * series;
        }

        double b = 1 + (2 * k), log = Math.Log(b);
        return 2 * Math.PI * R2 * (((1 + k) / (k * k) * ((2 * (1 + k) / b) - (log / k)))
            + (log / (2 * k)) - ((1 + (3 * k)) / (b * b)));
    }

    /// <summary>Share of the electrons' cross section that binding leaves, R.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy [MeV], positive; the fit covers 1 to 800 keV.</param>
    /// <returns>Number in (0, 1), rising with energy; 1 - R falls as E^-2 above 800 keV; below 1 keV its value
    /// there times the energy squared (x^2 of the incoherent scattering function).</returns>
    /// <remarks>R = 1/(1 + exp(-sum d_k v^k)), v = ln(E/20 keV), see <see cref="ComptonBindingFit"/>: the integral of
    /// the incoherent scattering function S(x, Z) (Hubbell et al. 1975) over the Klein-Nishina formula.</remarks>
    public static double BindingFactor(int z, double energy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(z, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 92);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        double inside = Math.Clamp(energy, 1 * Units.KeV, BindingHighest);
        double v = Math.Log(inside / BindingReference), sum = 0;
        for (int k = BindingTerms - 1; k >= 0; k--)
        {
            sum = (sum * v) + ComptonBindingFit.Rows[(BindingTerms * (z - 1)) + k];
        }

        double factor = 1 / (1 + Math.Exp(-sum)), ratio = inside / energy;
        return energy > BindingHighest ? 1 - ((1 - factor) * ratio * ratio) : factor / (ratio * ratio);
    }

    /// <summary>Cross section of an atom.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy [MeV], positive.</param>
    /// <returns>Z times the free electron's, times <see cref="BindingFactor"/> [mm2].</returns>
    public static double CrossSection(int z, double energy) => z * FreeElectron(energy) * BindingFactor(z, energy);
}
