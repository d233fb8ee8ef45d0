using CoDesign.Physics;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Polar angle of a bremsstrahlung photon, or of the electron and positron of a pair.</summary>
/// <remarks>
/// u = theta E/(m_e c^2) has the density p(u) ~ u exp(-a u) + d u exp(-3 a u), a = 5/8, d = 27, for every element and
/// energy fraction, cut at u_max = 2 (1 + T/m_e); cos(theta) = 1 - 2 u^2/u_max^2. An approximation by Urban (GEANT3
/// manual, PHYS211; Geant4 Physics Reference Manual) to Tsai, Rev. Mod. Phys. 46, 815 (1974) and 49, 421 (1977). The
/// two particles of a pair take one angle each and opposite azimuths.
/// </remarks>
public static class ModifiedTsaiAngle
{
    private const double Slope = 0.625;

    // Integral of u exp(-a u), 1/a^2, over that with d u exp(-3 a u), d/(9 a^2) = 3/a^2.
    private const double WideShare = 0.25;

    /// <summary>Draws an angle.</summary>
    /// <param name="kineticEnergy">Kinetic energy of the electron that radiates, or of the one made [MeV], zero or
    /// more.</param>
    /// <param name="rng">Random numbers.</param>
    /// <returns>Cosine of the angle to the particle that radiated or converted.</returns>
    public static double Sample(double kineticEnergy, ref TransportRandom rng)
    {
        double highest = 2 * (1 + (kineticEnergy / PhysicalConstants.ElectronMass));
        while (true)
        {
            double u = -Math.Log(rng.Uniform() * rng.Uniform())
                / (rng.Uniform() < WideShare ? Slope : 3 * Slope);
            if (u <= highest)
            {
                double x = u / highest;
                return 1 - (2 * x * x);
            }
        }
    }
}
