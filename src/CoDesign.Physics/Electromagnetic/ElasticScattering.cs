using CoDesign.Physics.Materials;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Elastic scattering of electrons and positrons by screened nuclei: the first transport cross
/// section.</summary>
/// <remarks>
/// <para>
/// sigma_1 = integral of (1 - cos theta) dsigma = (2 pi eta2/k2) [ln(1 + 1/A) - 1/(1 + A) + 2 C], eta = Z alpha/beta,
/// k the wave number. The bracket without C is Rutherford's formula with Moliere's screening angle chi_a2 = 4 A =
/// (1.13 + 3.76 eta2) (hbar/(p a))2, a = 0.885 a_Bohr Z^(-1/3) (Moliere 1947; Bethe, Phys. Rev. 89, 1256, 1953). C is
/// the difference between Mott's (Dirac) and Rutherford's cross section of the bare nucleus, summed over partial waves:
/// where theta is large enough for them to differ, the nucleus is not screened.
/// </para>
/// <para>
/// The size of the nucleus, rms radius R, is taken as a cut of the large angles at q2 = 6/R2 (dipole form factor's
/// scale). Valid from about 10 keV; below it Moliere's angle is an extrapolation and the range a few micrometres.
/// </para>
/// </remarks>
public sealed class ElasticScattering
{
    private const int Waves = 400;

    // Nodes of C in ln T: 6 a decade from 1 keV to 1 GeV; C is constant beyond, where beta = 1.
    private const double LowestNode = 1 * Units.KeV;
    private const int NodesPerDecade = 6;
    private const int Nodes = (6 * NodesPerDecade) + 1;
    private const double BohrRadius = 5.29177210903e-11 * Units.Metre;

    private readonly int _z;
    private readonly double _nuclearRadius;
    private readonly double[] _mott;

    /// <summary>Scattering by an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="charge">-1 for electrons, +1 for positrons.</param>
    public ElasticScattering(Element element, int charge)
    {
        _z = element.AtomicNumber;
        // rms charge radius 0.84 A^(1/3) + 0.55 fm: Hofstadter, Ann. Rev. Nucl. Sci. 7 (1957), fit to medium and heavy
        // nuclei.
        _nuclearRadius = ((0.84 * Math.Cbrt(element.AtomicMassGramPerMole)) + 0.55) * 1e-15 * Units.Metre;
        _mott = [.. Enumerable.Range(0, Nodes).Select(i => MottExcess(
            _z, charge, LowestNode * Math.Pow(10, (double)i / NodesPerDecade)))];
    }

    /// <summary>First transport cross section of an atom.</summary>
    /// <param name="kineticEnergy">Kinetic energy [MeV], at least 1 keV.</param>
    /// <returns>sigma_1 [mm2].</returns>
    public double TransportCrossSection(double kineticEnergy)
    {
        double momentum = Math.Sqrt(kineticEnergy * (kineticEnergy + (2 * PhysicalConstants.ElectronMass)));
        double beta = momentum / (kineticEnergy + PhysicalConstants.ElectronMass);
        double eta = _z * PhysicalConstants.FineStructure / beta;
        double wave = momentum / PhysicalConstants.HbarC;
        double thomasFermi = 0.88534 * BohrRadius / Math.Cbrt(_z);
        double screening = (1.13 + (3.76 * eta * eta)) / (4 * Square(wave * thomasFermi));
        double nucleus = 1 / (1 + (4 * Square(wave * _nuclearRadius) / 6)); // (q_max R)2/6, q_max = 2 k
        double rutherford = Math.Log(1 + (nucleus / screening)) - (nucleus / (nucleus + screening));
        double mott = 2 * Mott(kineticEnergy) * nucleus / (1 + screening);
        return 2 * Math.PI * Square(eta / wave) * Math.Max(rutherford + mott, 0.1 * rutherford);
    }

    /// <summary>C: the integral of (1 - cos theta) over the difference of Mott's and Rutherford's cross sections of a
    /// bare nucleus, in units of 4 pi eta2/k2.</summary>
    /// <param name="z">Atomic number.</param>
    /// <param name="charge">-1 for electrons, +1 for positrons.</param>
    /// <param name="kineticEnergy">Kinetic energy [MeV], positive.</param>
    /// <returns>C, dimensionless; -beta2/2 +- pi Z alpha beta/2 to first order in Z alpha (McKinley, Feshbach
    /// 1948).</returns>
    /// <remarks>
    /// Dirac: sum over l of (l+1)(l+2)/(2l+3) sin2(d+_l - d+_(l+1)) + l(l+1)/(2l+1) sin2(d-_l - d-_(l+1)) +
    /// (l+1)/((2l+1)(2l+3)) sin2(d+_l - d-_(l+1)); Rutherford: sum of (l+1) eta2/((l+1)2 + eta2). The terms of the
    /// difference fall as 1/l2, and the rest of the sum as 1/L: the sum to L and to L/2 give the limit.
    /// </remarks>
    public static double MottExcess(int z, int charge, double kineticEnergy)
    {
        const double Mass = PhysicalConstants.ElectronMass;
        double momentum = Math.Sqrt(kineticEnergy * (kineticEnergy + (2 * Mass)));
        double strength = charge * z * PhysicalConstants.FineStructure;
        double eta = strength * (kineticEnergy + Mass) / momentum;
        double ratio = (kineticEnergy + (2 * Mass)) / momentum;
        double sum = 0, half = 0;
        double plus = CoulombPhase.Shift(-1, strength, eta, ratio), minus = 0;
        for (int l = 0; l < Waves; l++)
        {
            double nextPlus = CoulombPhase.Shift(-(l + 2), strength, eta, ratio);
            double nextMinus = CoulombPhase.Shift(l + 1, strength, eta, ratio);
            double odd = (2 * l) + 1, next = l + 1;
            sum += (next * (l + 2) / (odd + 2) * Square(Math.Sin(plus - nextPlus)))
                + (l * next / odd * Square(Math.Sin(minus - nextMinus)))
                + (next / (odd * (odd + 2)) * Square(Math.Sin(plus - nextMinus)))
                - (next * eta * eta / ((next * next) + (eta * eta)));
            half = l == (Waves / 2) - 1 ? sum : half;
            (plus, minus) = (nextPlus, nextMinus);
        }

        return ((2 * sum) - half) / (eta * eta);
    }

    private double Mott(double kineticEnergy)
    {
        double position = Math.Log10(kineticEnergy / LowestNode) * NodesPerDecade;
        int node = Math.Clamp((int)position, 0, Nodes - 2);
        double share = Math.Clamp(position - node, 0, 1);
        return _mott[node] + (share * (_mott[node + 1] - _mott[node]));
    }

    private static double Square(double x) => x * x;
}
