using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Bremsstrahlung of electrons or positrons in a material: spectrum, stopping power, cross section.</summary>
/// <remarks>Atoms add up; 1 keV to 1 TeV. The parts: <see cref="ElementBremsstrahlung"/> and
/// <see cref="BremsstrahlungSuppression"/>.</remarks>
public sealed class Bremsstrahlung
{
    // Ends of the integrals' intervals, as k/T, next to the tip of the spectrum; below 0.6 steps of e^1.5.
    private static readonly double[] TipEdges = [1, 0.99, 0.93, 0.8, 0.6];

    private readonly ElementBremsstrahlung[] _elements;
    private readonly double[] _densities;
    private readonly BremsstrahlungSuppression _suppression;
    private readonly bool _positron;

    /// <summary>Prepares a material.</summary>
    /// <param name="material">The material.</param>
    /// <param name="particle">Electron or positron.</param>
    /// <exception cref="ArgumentException">The particle is neither.</exception>
    public Bremsstrahlung(Material material, Particle particle)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(particle);
        if (particle != Particle.Electron && particle != Particle.Positron)
        {
            throw new ArgumentException($"{particle.Name} is neither electron nor positron", nameof(particle));
        }

        _positron = particle == Particle.Positron;
        _suppression = new BremsstrahlungSuppression(material);
        _elements = [.. material.Composition.Select(c => new ElementBremsstrahlung(c.Element.AtomicNumber))];
        double atoms = material.DensityGramPerCm3 * PhysicalConstants.Avogadro / Units.Cm3;
        _densities = [.. material.Composition.Select(c => atoms * c.MassFraction / c.Element.AtomicMassGramPerMole)];
    }

    private enum Moment
    {
        Number,
        Energy,
    }

    /// <summary>Spectrum of photons, k dSigma/dk.</summary>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive.</param>
    /// <param name="photonEnergy">Photon energy k [MeV], positive.</param>
    /// <returns>k dSigma/dk [1/mm], zero above T.</returns>
    public double ScaledCrossSection(double kineticEnergy, double photonEnergy)
    {
        double sum = 0;
        for (int i = 0; i < _elements.Length && photonEnergy <= kineticEnergy; i++)
        {
            ElementBremsstrahlung element = _elements[i];
            double atom = element.ScaledCrossSection(kineticEnergy, photonEnergy)
                * _suppression.At(element.AtomicNumber, kineticEnergy, photonEnergy);
            sum += _densities[i] * (_positron ? atom * element.PositronRatio(kineticEnergy) : atom);
        }

        return sum;
    }

    /// <summary>Mean loss to photons below a cut: the restricted radiative stopping power.</summary>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive.</param>
    /// <param name="photonCut">Cut on the photon energy [MeV], positive; T or more gives the whole.</param>
    /// <returns>Loss [MeV/mm].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
    public double RadiativeLoss(double kineticEnergy, double photonCut)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kineticEnergy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(photonCut);
        double upper = Math.Min(kineticEnergy, photonCut), lower = 1e-4 * upper;
        return Integral(kineticEnergy, lower, upper, Moment.Energy)
            + (lower * ScaledCrossSection(kineticEnergy, lower));
    }

    /// <summary>Macroscopic cross section for photons above a cut.</summary>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive.</param>
    /// <param name="photonCut">Cut on the photon energy [MeV], positive.</param>
    /// <returns>Cross section [1/mm], the inverse mean free path; zero when T is below the cut.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
    public double CrossSection(double kineticEnergy, double photonCut)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kineticEnergy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(photonCut);
        return photonCut >= kineticEnergy ? 0 : Integral(kineticEnergy, photonCut, kineticEnergy, Moment.Number);
    }

    // Integral of k dSigma/dk over ln k (number) or k (energy), in intervals from the upper end down.
    private double Integral(double kinetic, double lower, double upper, Moment moment)
    {
        double sum = 0, high = upper;
        foreach (double edge in TipEdges)
        {
            double low = Math.Max(edge * kinetic, lower);
            if (low < high)
            {
                sum += Interval(kinetic, low, high, moment);
                high = low;
            }
        }

        int count = (int)Math.Ceiling(Math.Log(high / lower) / 1.5);
        double ratio = count > 0 ? Math.Pow(lower / high, 1.0 / count) : 1;
        for (int i = 0; i < count; i++)
        {
            sum += Interval(kinetic, high * ratio, high, moment);
            high *= ratio;
        }

        return sum;
    }

    private double Interval(double kinetic, double low, double high, Moment moment)
    {
        double centre = Math.Sqrt(low * high), half = Math.Log(high / low) / 2, sum = 0;
        for (int i = 0; i < Quadrature.Nodes.Length; i++)
        {
            double step = Math.Exp(half * Quadrature.Nodes[i]), above = centre * step, below = centre / step;
            double first = ScaledCrossSection(kinetic, above), second = ScaledCrossSection(kinetic, below);
            sum += Quadrature.Weights[i]
                * (moment == Moment.Energy ? (first * above) + (second * below) : first + second);
        }

        return half * sum;
    }
}
