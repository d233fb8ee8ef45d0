using CoDesign.Physics;
using CoDesign.Physics.Materials;
using CoDesign.Simulation.Random;

namespace CoDesign.Simulation.MonteCarlo.Processes;

/// <summary>Fluctuation of the collision loss of an electron or positron in a step: Urban's model.</summary>
/// <remarks>
/// An atom has one level of energy I and a continuum with dsigma/dE ~ 1/E2 from 10 eV to the cut. The loss is the sum
/// of a Poisson number of excitations and a Poisson number of ionisations; both have their mean from the mean loss, of
/// which ionisation takes 56 %. Where numbers are large their sums are Gaussian. Source: Lassila-Perini and Urban,
/// Nucl. Instrum. Meth. A 362, 416 (1995); Geant4 Physics Reference Manual, "Energy loss fluctuations", Urban's model
/// of release 11.
/// </remarks>
/// <param name="material">The material.</param>
internal sealed class UrbanFluctuation(Material material)
{
    private const double SmallestLoss = 10 * Units.EV;
    private const double IonisationStart = 10 * Units.EV;
    private const double IonisationShare = 0.56;
    private const double Numerous = 8;
    private const double WideningEnergy = 0.5 * Units.KeV;
    private const double ExcitationWidth = 4;
    private const double ManyExcitations = 42;

    // 1/n
    private static readonly double[] Inverses = [.. Enumerable.Range(0, 128).Select(n => 1.0 / n)];

    private readonly double _excitation = material.MeanExcitationEnergy;
    private readonly double _lowestExciting = LowestExciting(Math.Log(material.MeanExcitationEnergy));

    /// <summary>Loss of a step.</summary>
    /// <param name="meanLoss">Mean loss [MeV], zero or more.</param>
    /// <param name="energy">Kinetic energy before the step [MeV].</param>
    /// <param name="largestTransfer">Largest transfer to one electron in the mean loss [MeV].</param>
    /// <param name="rng">The event's random numbers.</param>
    /// <returns>Loss [MeV], zero or more; not limited to the energy.</returns>
    public double Sample(double meanLoss, double energy, double largestTransfer, ref TransportRandom rng)
    {
        if (meanLoss < SmallestLoss || largestTransfer <= IonisationStart)
        {
            return meanLoss;
        }

        double widening = Math.Min(1 + (WideningEnergy / largestTransfer), 1.5);
        double mean = meanLoss / widening, loss = 0, gaussMean = 0, gaussVariance = 0;
        double excitations = Excitations(mean, energy, largestTransfer, out double level);
        if (excitations > Numerous)
        {
            gaussMean = excitations * level;
            gaussVariance = gaussMean * level;
        }
        else if (excitations > 0 && Poisson(excitations, ref rng) is > 0 and int count)
        {
            loss += (count + 1 - (2 * rng.Uniform())) * level;
        }

        loss += Ionisations(
            mean, excitations > 0 ? IonisationShare : 1, largestTransfer, ref gaussMean, ref gaussVariance, ref rng);
        if (gaussMean > 0)
        {
            loss += Gauss(gaussMean, gaussVariance, ref rng);
        }

        return loss * widening;
    }

    // Mean number of excitations, and the energy of one: few are taken smaller and more frequent, to smooth the
    // spectrum.
    private double Excitations(double mean, double energy, double largest, out double level)
    {
        level = _excitation;
        if (largest <= _excitation || energy <= _lowestExciting)
        {
            return 0;
        }

        double number = mean * (1 - IonisationShare) / _excitation;
        double width = number < ManyExcitations
            ? 0.1 + ((ExcitationWidth - 0.1) * Math.Sqrt(number / ManyExcitations)) : ExcitationWidth;
        level *= width;
        return number / width;
    }

    // Energy above which ln(2 m_e c^2 beta^2 gamma^2) - beta^2, the logarithm of Bethe's formula, is above ln I; the
    // left side rises with the energy.
    private static double LowestExciting(double logExcitation)
    {
        double low = 0, high = PhysicalConstants.ElectronMass;
        for (int i = 0; i < 60; i++)
        {
            double energy = 0.5 * (low + high);
            double gamma = (energy / PhysicalConstants.ElectronMass) + 1, gamma2 = gamma * gamma;
            double beta2 = 1 - (1 / gamma2);
            bool above = Math.Log(2 * PhysicalConstants.ElectronMass * beta2 * gamma2) - beta2 > logExcitation;
            (low, high) = above ? (low, energy) : (energy, high);
        }

        return high;
    }

    // Many small transfers below a multiple of 10 eV go to the Gaussian; the rest are sampled one by one.
    private static double Ionisations(
        double mean, double share, double largest, ref double gaussMean, ref double gaussVariance,
        ref TransportRandom rng)
    {
        double ratio = largest / IonisationStart;
        double number = share * mean * (largest - IonisationStart)
            / (IonisationStart * largest * Math.Log(ratio));
        double start = IonisationStart, single = number;
        if (number > Numerous)
        {
            double alpha = ratio * (Numerous + number) / ((ratio * Numerous) + number);
            double logarithm = alpha * Math.Log(alpha) / (alpha - 1);
            double small = number * ratio * (alpha - 1) / ((ratio - 1) * alpha);
            gaussMean += small * IonisationStart * logarithm;
            gaussVariance += IonisationStart * IonisationStart * small * (alpha - (logarithm * logarithm));
            single = number - small;
            start *= alpha;
        }

        return largest > start ? start * Transfers(Poisson(single, ref rng), (largest - start) / largest, ref rng) : 0;
    }

    // Sum of transfers with the density 1/E2 in units of the smallest, 1/(1 - w u); two at a time, for one division.
    private static double Transfers(int count, double w, ref TransportRandom rng)
    {
        double sum = 0;
        for (; count > 1; count -= 2)
        {
            double first = 1 - (w * rng.Uniform()), second = 1 - (w * rng.Uniform());
            sum += (first + second) / (first * second);
        }

        return count == 1 ? sum + (1 / (1 - (w * rng.Uniform()))) : sum;
    }

    // A Gaussian cut at 0 and twice the mean, so that the mean stays; flat where it is wider than that.
    private static double Gauss(double mean, double variance, ref TransportRandom rng)
    {
        double sigma = Math.Sqrt(variance);
        if (mean < 0.5 * sigma)
        {
            return 2 * mean * rng.Uniform();
        }

        while (true)
        {
            double loss = mean + (sigma * rng.Normal());
            if (loss > 0 && loss < 2 * mean)
            {
                return loss;
            }
        }
    }

    // By inversion: one random number, and no division in the sum. Means are at most 8, so the limit of the sum is out
    // of reach.
    private static int Poisson(double mean, ref TransportRandom rng)
    {
        double probability = Math.Exp(-mean), left = rng.Uniform() - probability;
        int count = 0;
        while (left > 0 && count < Inverses.Length - 1)
        {
            count++;
            probability *= mean * Inverses[count];
            left -= probability;
        }

        return count;
    }
}
