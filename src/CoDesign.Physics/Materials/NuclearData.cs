using CoDesign.Physics.Electromagnetic;

namespace CoDesign.Physics.Materials;

/// <summary>Radiation and nuclear interaction lengths of elements.</summary>
public static class NuclearData
{
    // A [g/mol] and lambda_I [g/cm2] of elements, without hydrogen.
    // Source: PDG, Review of Particle Physics 2022, table 6.1.
    private static readonly (double A, double Length)[] InteractionTable =
    [
        (4.002602, 71.0), (6.94, 71.3), (9.0121831, 77.8), (12.0107, 85.8), (14.007, 89.7), (15.999, 90.2),
        (18.998403163, 97.4), (20.1797, 99.0), (26.9815385, 107.2), (28.0855, 108.4), (35.453, 115.7),
        (39.948, 119.7), (47.867, 126.2), (55.845, 132.1), (63.546, 137.3), (72.630, 143.0), (118.710, 166.7),
        (131.293, 172.1), (183.84, 191.9), (195.084, 195.7), (196.966569, 196.3), (207.2, 199.6), (238.02891, 209.0),
    ];

    /// <summary>Radiation length of an element (Tsai).</summary>
    /// <param name="atomicNumber">Atomic number Z, in [1, 92].</param>
    /// <param name="atomicMassGramPerMole">Atomic mass A [g/mol], positive.</param>
    /// <returns>X0 [g/cm2].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// 1/X0 = 4 alpha r_e^2 N_A/A {Z^2 [L_rad - f(Z)] + Z L'_rad}, with L_rad and L'_rad of
    /// <see cref="AtomicScreening.RadiationLogarithms"/>. Source: PDG, Review of Particle Physics 2022, eqs. 34.25 and
    /// 34.26 (Tsai 1974).
    /// </remarks>
    public static double RadiationLength(int atomicNumber, double atomicMassGramPerMole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atomicNumber, 92);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atomicMassGramPerMole);
        double z = atomicNumber;
        (double elastic, double inelastic) = AtomicScreening.RadiationLogarithms(atomicNumber);
        const double RadiusCm = PhysicalConstants.ClassicalElectronRadius / Units.Cm;
        const double Scale = 4 * PhysicalConstants.FineStructure * RadiusCm * RadiusCm * PhysicalConstants.Avogadro;
        var perAtom = (z * z * (elastic - CoulombCorrection(z))) + (z * inelastic);
        return atomicMassGramPerMole / (Scale * perAtom);
    }

    /// <summary>Coulomb correction f(Z) to bremsstrahlung and pair production (Davies, Bethe, Maximon).</summary>
    /// <param name="atomicNumber">Atomic number Z, positive.</param>
    /// <returns>f(Z), dimensionless; good to four figures up to uranium.</returns>
    /// <remarks>Source: PDG, Review of Particle Physics 2022, eq. 34.26, a = alpha Z.</remarks>
    public static double CoulombCorrection(double atomicNumber)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atomicNumber);
        var a = PhysicalConstants.FineStructure * atomicNumber;
        var a2 = a * a;
        return a2 * ((1 / (1 + a2)) + 0.20206 - (0.0369 * a2) + (0.0083 * a2 * a2) - (0.002 * a2 * a2 * a2));
    }

    /// <summary>Nuclear interaction length of an element.</summary>
    /// <param name="atomicNumber">Atomic number Z, at least 1.</param>
    /// <param name="atomicMassGramPerMole">Atomic mass A [g/mol], positive.</param>
    /// <returns>lambda_I [g/cm2].</returns>
    /// <remarks>
    /// The PDG's value where it lists the element (RPP 2022, table 6.1); else interpolated linearly in ln lambda and
    /// ln A between the neighbours listed, which is smooth to about 1 %.
    /// </remarks>
    public static double InteractionLength(int atomicNumber, double atomicMassGramPerMole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atomicNumber, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atomicMassGramPerMole);
        if (atomicNumber == 1)
        {
            return 52.0;
        }

        var upper = Array.FindIndex(InteractionTable, row => row.A >= atomicMassGramPerMole);
        upper = upper < 0 ? InteractionTable.Length - 1 : Math.Max(upper, 1);
        var (lowA, lowLength) = InteractionTable[upper - 1];
        var (highA, highLength) = InteractionTable[upper];
        var slope = Math.Log(highLength / lowLength) / Math.Log(highA / lowA);
        return lowLength * Math.Pow(atomicMassGramPerMole / lowA, slope);
    }
}
