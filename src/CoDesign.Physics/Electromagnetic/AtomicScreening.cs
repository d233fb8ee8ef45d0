namespace CoDesign.Physics.Electromagnetic;

/// <summary>Functions of the atom in the radiation of, and conversion into, fast electrons.</summary>
public static class AtomicScreening
{
    /// <summary>Elastic and inelastic radiation logarithms L_rad and L'_rad.</summary>
    /// <param name="z">Atomic number.</param>
    /// <remarks>ln(184.15 Z^(-1/3)) and ln(1194 Z^(-2/3)) above Z = 4, a table below. Source: PDG, Review of Particle
    /// Physics 2022, table 34.2 (Tsai 1974).</remarks>
    public static (double Elastic, double Inelastic) RadiationLogarithms(int z) => z switch
    {
        1 => (5.31, 6.144),
        2 => (4.79, 5.621),
        3 => (4.74, 5.805),
        4 => (4.71, 5.924),
        _ => (Math.Log(184.15) - (Math.Log(z) / 3), Math.Log(1194) - (2 * Math.Log(z) / 3)),
    };

    /// <summary>Screening functions Phi_1 and Phi_2 of the Thomas-Fermi atom.</summary>
    /// <param name="delta">Screening variable 136 Z^(-1/3) (m_e c^2/k)/(eps (1 - eps)), zero or more: 0 is complete
    /// screening.</param>
    /// <remarks>Fit of Butcher and Messel, Nucl. Phys. 20, 15 (1960); also in EGS (SLAC-265) and in the GEANT3 manual,
    /// PHYS211.</remarks>
    public static (double First, double Second) Functions(double delta)
    {
        if (delta > 1)
        {
            double same = 21.12 - (4.184 * Math.Log(delta + 0.952));
            return (same, same);
        }

        return (20.867 + (delta * (-3.242 + (0.625 * delta))), 20.209 + (delta * (-1.930 - (0.086 * delta))));
    }
}
