using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Energy that an electron or positron gives to an atomic electron above a cut: the densities of
/// <see cref="DeltaRayProduction"/>.</summary>
/// <remarks>x = transfer/T from 1/x2, corrected by rejection; the acceptance is above one half.</remarks>
internal static class DeltaRaySampler
{
    /// <summary>Transfer in a Moller collision; the slower electron is the one called knocked on.</summary>
    /// <param name="energy">Kinetic energy T [MeV], above twice the cut.</param>
    /// <param name="cut">Smallest transfer [MeV].</param>
    /// <param name="rng">The event's random numbers.</param>
    public static double Moller(double energy, double cut, ref TransportRandom rng)
    {
        const double High = 0.5;
        double low = cut / energy, gamma = (energy / PhysicalConstants.ElectronMass) + 1;
        double g = ((2 * gamma) - 1) / (gamma * gamma);
        double bound = Density(High);
        while (true)
        {
            double r = rng.Uniform();
            double x = low * High / ((low * (1 - r)) + (High * r));
            if (bound * rng.Uniform() <= Density(x))
            {
                return x * energy;
            }
        }

        // x2 times Moller's density.
        double Density(double x)
        {
            double y = 1 - x;
            return 1 - (g * x) + (x * x * (1 - g + ((1 - (g * y)) / (y * y))));
        }
    }

    /// <summary>Transfer in a Bhabha collision.</summary>
    /// <inheritdoc cref="Moller"/>
    public static double Bhabha(double energy, double cut, ref TransportRandom rng)
    {
        double low = cut / energy, gamma = (energy / PhysicalConstants.ElectronMass) + 1;
        double beta2 = 1 - (1 / (gamma * gamma));
        (double b1, double b2, double b3, double b4) = DeltaRayProduction.BhabhaCoefficients(gamma);
        // Each term at its largest in [low, 1].
        double bound = 1 + ((b4 - (low * low * low * b3) + b2 - (low * b1)) * beta2);
        while (true)
        {
            double r = rng.Uniform();
            double x = low / ((low * (1 - r)) + r), x2 = x * x;
            if (bound * rng.Uniform() <= 1 + (((x2 * x2 * b4) - (x * x2 * b3) + (x2 * b2) - (x * b1)) * beta2))
            {
                return x * energy;
            }
        }
    }

    /// <summary>Cosine of the polar angle of the knocked-on electron, from energy and momentum conservation.</summary>
    /// <param name="energy">Kinetic energy T [MeV].</param>
    /// <param name="transfer">Kinetic energy of the knocked-on electron [MeV].</param>
    public static double CosineOfDelta(double energy, double transfer)
    {
        const double Mass = PhysicalConstants.ElectronMass;
        return Math.Min(1, Math.Sqrt(
            transfer * (energy + (2 * Mass)) / (energy * (transfer + (2 * Mass)))));
    }
}
