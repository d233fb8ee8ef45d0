using CoDesign.Physics;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Energies and angles of the two photons of a positron that annihilates with an electron at rest.</summary>
/// <remarks>
/// e = k/(T + 2 m_e) of one photon has the density p(e) ~ (1/e) [1 - e + (2 gamma - 1/e)/(gamma + 1)^2] on
/// [1 -+ sqrt((gamma - 1)/(gamma + 1))]/2; cos(theta) = [e (gamma + 1) - 1]/[e sqrt(gamma^2 - 1)]. Sampled by 1/e and
/// rejection. Source: Heitler, The Quantum Theory of Radiation, section 27; Geant4 Physics Reference Manual, Positron
/// annihilation. The other photon goes the other way in azimuth.
/// </remarks>
public static class AnnihilationInFlight
{
    /// <summary>Draws an annihilation; at zero energy two photons of m_e c^2, isotropic and back to back.</summary>
    /// <param name="kineticEnergy">Kinetic energy of the positron [MeV], zero or more.</param>
    /// <param name="rng">Random numbers.</param>
    /// <param name="cosFirst">Cosine of the first photon's angle to the positron.</param>
    /// <param name="second">Energy of the second photon [MeV].</param>
    /// <param name="cosSecond">Cosine of the second photon's angle.</param>
    /// <returns>Energy of the first photon [MeV]; both add up to T + 2 m_e c^2.</returns>
    public static double Sample(
        double kineticEnergy, ref TransportRandom rng, out double cosFirst, out double second, out double cosSecond)
    {
        const double Mass = PhysicalConstants.ElectronMass;
        double t = kineticEnergy / Mass, total = kineticEnergy + (2 * Mass);
        if (t < 1e-9)
        {
            cosFirst = (2 * rng.Uniform()) - 1;
            cosSecond = -cosFirst;
            second = total / 2;
            return total / 2;
        }

        double p = Math.Sqrt(t * (t + 2)), sum = t + 2, half = 0.5 * Math.Sqrt(t / sum);
        double lowest = 1 / (2 * sum * (0.5 + half)); // (1/2 - half) without cancellation
        double sum2 = sum * sum, largest = (((t + 1) * (t + 3)) - 1) / sum2; // of the bracket, at 1/(gamma + 1)
        double log = Math.Log((0.5 + half) / lowest), e;
        do
        {
            e = lowest * Math.Exp(log * rng.Uniform());
        }
        while (rng.Uniform() * largest > 1 - e + (((2 * (t + 1)) - (1 / e)) / sum2));

        double first = e * total;
        second = total - first;
        cosFirst = Math.Clamp(((e * sum) - 1) / (e * p), -1, 1);
        cosSecond = Math.Clamp((((1 - e) * sum) - 1) / ((1 - e) * p), -1, 1);
        return first;
    }
}
