using CoDesign.Physics;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Polar angle of a photo-electron (Sauter, K shell).</summary>
/// <remarks>
/// p(nu) ~ (2 - nu) [1/(A + nu) + beta gamma (gamma - 1)(gamma - 2)/2] nu/(A + nu)^3, nu = 1 - cos(theta) in [0, 2],
/// A = 1/beta - 1; the last factor by inversion, the rest by rejection. Source: Sauter, Ann. Phys. 11, 454 (1931);
/// PENELOPE-2014 manual (OECD), section 2.2. Born approximation for the K shell, used for all shells.
/// </remarks>
public static class PhotoElectronAngle
{
    /// <summary>Draws an angle.</summary>
    /// <param name="kineticEnergy">Kinetic energy of the electron [MeV], positive.</param>
    /// <param name="rng">Random numbers.</param>
    /// <returns>Cosine of the angle to the photon.</returns>
    public static double Sample(double kineticEnergy, ref TransportRandom rng)
    {
        double t = kineticEnergy / PhysicalConstants.ElectronMass, gamma = 1 + t;
        double beta = Math.Sqrt(t * (t + 2)) / gamma;
        double a = 1 / (gamma * gamma * (1 + beta) * beta), a2 = a + 2; // 1/beta - 1
        double c = 0.5 * beta * gamma * t * (t - 1), highest = 2 * ((1 / a) + c);
        while (true)
        {
            double x = rng.Uniform();
            double nu = 2 * a * ((2 * x) + (a2 * Math.Sqrt(x))) / ((a2 * a2) - (4 * x));
            if (rng.Uniform() * highest <= (2 - nu) * ((1 / (a + nu)) + c))
            {
                return 1 - nu;
            }
        }
    }
}
