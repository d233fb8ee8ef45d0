namespace CoDesign.Physics.Electromagnetic;

/// <summary>Absorption of a photon by an atom, which emits an electron.</summary>
/// <remarks>
/// From 1 keV to 1 MeV (0.8 MeV up to neon) ln-ln polynomials between the absorption edges, see
/// <see cref="PhotoelectricFit"/>. Above, the K-shell formula in Born approximation (Sauter, Ann. Phys. 11, 454, 1931;
/// Heitler, The Quantum Theory of Radiation, section 21) joined there, times exp(-A (1 - 1 MeV/E)^p) for what
/// the Born approximation lacks at high Z, with A = 0.0873 + 0.00441 Z and p = 1.743 + 0.0123 Z: straight lines through
/// manganese and lead, which follow XCOM (NIST; Scofield's cross sections) within 3 % to 100 GeV (so does tin).
/// </remarks>
public static class Photoelectric
{
    private const double Barn = 1e-28 * Units.Metre2;
    private const double LowestEnergy = 1 * Units.KeV;

    /// <summary>Cross section of an atom.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy [MeV], positive; below 1 keV the fit is continued.</param>
    /// <returns>Cross section [mm2]; at an edge that of the higher side.</returns>
    public static double CrossSection(int z, double energy)
    {
        CheckArguments(z, energy);
        double highest = HighestFitted(z);
        return energy <= highest
            ? Fitted(z, energy)
            : Fitted(z, highest) * Born(energy) / Born(highest) * BeyondBorn(z, energy);
    }

    /// <summary>Energy of the innermost shell that a photon can open.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="energy">Photon energy [MeV], positive.</param>
    /// <returns>Edge energy [MeV]; zero below all edges over 1 keV. The electron takes the rest of the photon's
    /// energy.</returns>
    /// <remarks>The other shells' share, some 12 % in iron and 24 % in lead above the K edge, is counted to the
    /// innermost.</remarks>
    public static double BindingEnergy(int z, double energy)
    {
        CheckArguments(z, energy);
        double[] row = PhotoelectricFit.Rows[z - 1];
        for (int i = 0; i < row.Length; i += 2 + (int)Math.Abs(row[i]))
        {
            if (row[i] > 0 && energy >= row[i + 1])
            {
                return row[i + 1];
            }
        }

        return 0;
    }

    /// <summary>Absorption edges above 1 keV, the highest first [MeV].</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    public static IReadOnlyList<double> Edges(int z) => [.. Intervals(z).Where(i => i.IsEdge).Select(i => i.Low)];

    /// <summary>Energies between which the cross section is smooth, the highest first [MeV]: the edges, and where two
    /// polynomials meet.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    public static IReadOnlyList<double> Breaks(int z) => [.. Intervals(z).Select(i => i.Low)];

    private static List<(double Low, bool IsEdge)> Intervals(int z)
    {
        CheckArguments(z, LowestEnergy);
        double[] row = PhotoelectricFit.Rows[z - 1];
        var intervals = new List<(double Low, bool IsEdge)>();
        for (int i = 0; i < row.Length; i += 2 + (int)Math.Abs(row[i]))
        {
            intervals.Add((row[i + 1], row[i] > 0));
        }

        return intervals;
    }

    private static double HighestFitted(int z) => (z > 10 ? 0.999 : 0.7999) * Units.MeV;

    private static double Fitted(int z, double energy)
    {
        double[] row = PhotoelectricFit.Rows[z - 1];
        int i = 0, terms = (int)Math.Abs(row[0]);
        while (energy < row[i + 1] && i + 2 + terms < row.Length)
        {
            i += 2 + terms;
            terms = (int)Math.Abs(row[i]);
        }

        double u = Math.Log(energy / row[i + 1]), sum = 0;
        for (int k = terms - 1; k >= 0; k--)
        {
            sum = (sum * u) + row[i + 2 + k];
        }

        return Math.Exp(sum) * Barn;
    }

    // Sauter's dependence on energy, without the factor that does not depend on it; gamma is the electron's.
    private static double Born(double energy)
    {
        double k = energy / PhysicalConstants.ElectronMass, gamma = 1 + k;
        double p = Math.Sqrt(k * (k + 2)); // momentum over m c
        double log = 2 * Math.Log(gamma + p) / (2 * gamma * p);
        double bracket = (4.0 / 3) + (gamma * (gamma - 2) / (gamma + 1) * (1 - log));
        return p * p * p / (k * k * k * k * k) * bracket;
    }

    private static double BeyondBorn(int z, double energy) => energy <= 1
        ? 1
        : Math.Exp(-(0.0873 + (0.00441 * z)) * Math.Pow(1 - (1 / energy), 1.743 + (0.0123 * z)));

    private static void CheckArguments(int z, double energy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(z, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 92);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
    }
}
