using CoDesign.Physics;
using CoDesign.Physics.Electromagnetic;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>How an electron and a positron share the energy of the photon that made them; constants of an element in a
/// material.</summary>
/// <remarks>
/// The shape of <see cref="PairProduction.Differential"/>, written with x = 1/2 - eps as
/// 2/3 x^2 F1 + 1/3 F2, F1 = 3 Phi1 - Phi2 - F(Z), F2 = (3 Phi1 + Phi2)/2 - F(Z), F(Z) = 8/3 ln Z, + 8 f(Z) above
/// 50 MeV, and with Migdal's functions above 80 GeV; both terms are largest at eps = 1/2, so x^2 or a constant with
/// rejection samples it (Butcher and Messel, Nucl. Phys. 20, 15, 1960; Geant4 Physics Reference Manual, Gamma
/// Conversion). Below 2 MeV, where the Born approximation is no guide, eps is uniform on [m_e/k, 1/2], as there.
/// </remarks>
public readonly struct PairSharing
{
    private const double UniformBelow = 2 * Units.MeV;

    private readonly int _z;
    private readonly double _lpmEnergy;
    private readonly double _screening;
    private readonly double _subtractBorn;
    private readonly double _subtractCoulomb;
    private readonly double _deltaMaxBorn;
    private readonly double _deltaMaxCoulomb;

    /// <summary>Constants of an element.</summary>
    /// <param name="z">Atomic number, in [1, 92].</param>
    /// <param name="lpmEnergy">See <see cref="LandauPomeranchukMigdal.Energy"/> [MeV], positive.</param>
    public PairSharing(int z, double lpmEnergy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(z, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 92);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lpmEnergy);
        (_z, _lpmEnergy) = (z, lpmEnergy);
        _screening = 136 / Math.Cbrt(z) * PhysicalConstants.ElectronMass;
        _subtractBorn = 8.0 / 3 * Math.Log(z);
        _subtractCoulomb = _subtractBorn + (8 * NuclearData.CoulombCorrection(z));
        _deltaMaxBorn = Math.Exp((42.24 - _subtractBorn) / 8.368) - 0.952;
        _deltaMaxCoulomb = Math.Exp((42.24 - _subtractCoulomb) / 8.368) - 0.952;
    }

    /// <summary>Draws the share of the electron.</summary>
    /// <param name="energy">Photon energy k [MeV], above 2 m_e c^2.</param>
    /// <param name="rng">Random numbers.</param>
    /// <returns>Total energy of the electron over k, in [m_e/k, 1 - m_e/k]; the positron has the rest.</returns>
    public double Sample(double energy, ref TransportRandom rng)
    {
        double smallest = PhysicalConstants.ElectronMass / energy, epsilon;
        if (energy < UniformBelow)
        {
            epsilon = smallest + ((0.5 - smallest) * rng.Uniform());
        }
        else
        {
            epsilon = energy > PairProduction.RelativisticEnergy && !double.IsInfinity(_lpmEnergy)
                ? SampleSuppressed(energy, smallest, ref rng)
                : SampleScreened(energy, smallest, ref rng);
        }

        return rng.Uniform() < 0.5 ? epsilon : 1 - epsilon;
    }

    private double SampleScreened(double energy, double smallest, ref TransportRandom rng)
    {
        bool coulomb = energy > PairProduction.CoulombCorrectionEnergy;
        double subtract = coulomb ? _subtractCoulomb : _subtractBorn;
        double screening = _screening / energy;
        double range = Range(smallest, 4 * screening, coulomb ? _deltaMaxCoulomb : _deltaMaxBorn);
        (double largest1, double largest2) = Terms(4 * screening, subtract);
        double weight1 = largest1 * range * range, share1 = weight1 / (weight1 + (1.5 * largest2));
        while (true)
        {
            bool squared = rng.Uniform() < share1;
            double x = range * (squared ? CubeRootUniform(ref rng) : rng.Uniform());
            (double term1, double term2) = Terms(screening / (0.25 - (x * x)), subtract);
            if (squared ? rng.Uniform() * largest1 <= term1 : rng.Uniform() * largest2 <= term2)
            {
                return 0.5 - x;
            }
        }
    }

    private double SampleSuppressed(double energy, double smallest, ref TransportRandom rng)
    {
        double screening = _screening / energy, f = _subtractCoulomb;
        double range = Range(smallest, 4 * screening, _deltaMaxCoulomb);
        (double largest1, double largest2) = Terms(4 * screening, f);
        double weight1 = largest1 * range * range, share1 = weight1 / (weight1 + (1.5 * largest2));
        while (true)
        {
            bool squared = rng.Uniform() < share1;
            double x = range * (squared ? CubeRootUniform(ref rng) : rng.Uniform());
            double product = 0.25 - (x * x);
            (double phi1, double phi2) = AtomicScreening.Functions(screening / product);
            var lpm = LandauPomeranchukMigdal.At(_z, Math.Sqrt(_lpmEnergy / (8 * energy * product)));
            (double g, double phi) = (lpm.G, lpm.Phi);
            bool accepted = squared
                ? rng.Uniform() * largest1 <= lpm.Xi * (((g + (2 * phi)) * phi1) - (g * phi2) - (phi * f))
                : rng.Uniform() * largest2 <= lpm.Xi * (phi * phi1 + (0.5 * g * (phi1 + phi2)) - (0.5 * (g + phi) * f));
            if (accepted)
            {
                return 0.5 - x;
            }
        }
    }

    // Half the range of eps where the density is positive.
    private static double Range(double smallest, double deltaMin, double deltaMax) => 0.5 - Math.Max(
        smallest, 0.5 - (0.5 * Math.Sqrt(1 - Math.Min(deltaMin / deltaMax, 1))));

    // F1 and F2.
    private static (double First, double Second) Terms(double delta, double subtract)
    {
        (double phi1, double phi2) = AtomicScreening.Functions(delta);
        return ((3 * phi1) - phi2 - subtract, (1.5 * phi1) + (0.5 * phi2) - subtract);
    }

    // The largest of three has the density 3 x^2; cheaper than a cube root.
    private static double CubeRootUniform(ref TransportRandom rng) =>
        Math.Max(rng.Uniform(), Math.Max(rng.Uniform(), rng.Uniform()));
}
