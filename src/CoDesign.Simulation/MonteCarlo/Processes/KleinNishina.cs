using CoDesign.Physics;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Compton scattering by a free electron at rest: energy and angle of the scattered photon.</summary>
/// <remarks>
/// p(e) ~ (1/e + e)[1 - e sin^2(theta)/(1 + e^2)] on [1/(1+2k), 1], e = E'/E, k = E/(m_e c^2),
/// 1 - cos(theta) = (1/e - 1)/k. Sampled by composition of 1/e and e with rejection (Butcher and Messel, Nucl. Phys.
/// 20, 15, 1960). Source: Klein and Nishina, Z. Phys. 52, 853 (1929). Neglects the motion and binding of the
/// electron, which count below about 0.1 MeV in heavy elements.
/// </remarks>
public static class KleinNishina
{
    /// <summary>Draws a scattering.</summary>
    /// <param name="energy">Photon energy [MeV], positive.</param>
    /// <param name="rng">Random numbers.</param>
    /// <param name="cosTheta">Cosine of the photon's angle.</param>
    /// <returns>Energy of the scattered photon [MeV]; the electron has the rest and the missing momentum.</returns>
    public static double Sample(double energy, ref TransportRandom rng, out double cosTheta)
    {
        double k = energy / PhysicalConstants.ElectronMass;
        double lowest = 1 / (1 + (2 * k)), lowest2 = lowest * lowest;
        double log = -Math.Log(lowest), square = 0.5 * (1 - lowest2);
        double first = log / (log + square);
        while (true)
        {
            double e = rng.Uniform() < first
                ? Math.Exp(-log * rng.Uniform())
                : Math.Sqrt(lowest2 + ((1 - lowest2) * rng.Uniform()));
            double t = Math.Min((1 - e) / (e * k), 2); // 1 - cos(theta)
            if (rng.Uniform() * (1 + (e * e)) <= 1 + (e * e) - (e * t * (2 - t)))
            {
                cosTheta = 1 - t;
                return e * energy;
            }
        }
    }
}
