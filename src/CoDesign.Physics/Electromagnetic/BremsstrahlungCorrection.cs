namespace CoDesign.Physics.Electromagnetic;

/// <summary>Factor from the screened Born cross section to the one of Seltzer and Berger, for one atom.</summary>
/// <remarks>
/// Koch and Motz (1959) introduced such a factor for measurements; EGS has it as A'(E, Z). Here it is the exponential
/// of a sum of 20 smooth terms, fitted by tests/CoDesign.Physics.Tests/Electromagnetic/fit_bremsstrahlung.py to cross
/// sections of Seltzer and Berger (At. Data Nucl. Data Tables 35, 345, 1986) for Z = 1, 6, 29, 50, 82 and 13 energies
/// from 1 keV to 1 GeV. Terms c F w^i v^j with w = m/E0, v = m/E (one over the total energies before and after, in
/// m_e c^2) and F = u, u^2 or 1/(Z + 1), u = alpha Z; terms c G w^i (1 - k/T)^j with G = g or g^2,
/// g = ln(1 + u^2/beta0^2). Well above 50 MeV and away from the tip only exp(-0.040 u) is left: Seltzer and Berger have
/// Hartree-Fock atoms and lie up to 2 % below Tsai's. From 50 keV on, the integral of k dsigma agrees within 1.6 %
/// (2.2 % for elements outside the fit, hydrogen 4 %), the spectrum mostly within 3 % for k/T from 0.05 to 0.95, at
/// worst 10 %; at 10 keV up to 15 % and at 1 keV up to 30 % off for soft photons.
/// </remarks>
internal sealed class BremsstrahlungCorrection
{
    private const int Powers = 5;

    private static readonly Term[] Terms =
    [
        new(Factor.Coupling, 0, 0, -0.03983),
        new(Factor.Coupling, 0, 1, 0.91870),
        new(Factor.Coupling, 0, 2, -1.11508),
        new(Factor.Coupling, 1, 1, 4.81405),
        new(Factor.Coupling, 2, 0, -4.67031),
        new(Factor.CouplingSquared, 0, 1, 0.75692),
        new(Factor.CouplingSquared, 0, 2, 2.21694),
        new(Factor.CouplingSquared, 1, 1, -8.33279),
        new(Factor.CouplingSquared, 2, 0, 5.97854),
        new(Factor.Electrons, 0, 1, -2.17185),
        new(Factor.Electrons, 0, 4, 0.39177),
        new(Factor.Electrons, 1, 0, 2.93084),
        new(Factor.Electrons, 1, 1, -2.65950),
        new(Factor.Electrons, 2, 1, 1.52965),
    ];

    private readonly double[] _powers = new double[Powers * Powers]; // of w (rows) and v
    private readonly double _coupling2;

    public BremsstrahlungCorrection(int z)
    {
        double coupling = PhysicalConstants.FineStructure * z;
        _coupling2 = coupling * coupling;
        foreach (Term term in Terms)
        {
            _powers[(term.W * Powers) + term.V] += term.Coefficient * term.Factor switch
            {
                Factor.Coupling => coupling,
                Factor.CouplingSquared => _coupling2,
                _ => 1 / (1.0 + z),
            };
        }
    }

    private enum Factor
    {
        Coupling,
        CouplingSquared,
        Electrons,
    }

    /// <summary>The factor at kinetic energy T and photon energy k [MeV].</summary>
    public double At(double kinetic, double k)
    {
        double w = 1 / (1 + (kinetic / PhysicalConstants.ElectronMass));
        double v = 1 / (1 + ((kinetic - k) / PhysicalConstants.ElectronMass));
        double sum = 0;
        for (int i = Powers - 1; i >= 0; i--)
        {
            double row = 0;
            for (int j = Powers - 1 - i; j >= 0; j--)
            {
                row = (row * v) + _powers[(i * Powers) + j];
            }

            sum = (sum * w) + row;
        }

        double field = Math.Log(1 + (_coupling2 / (1 - (w * w)))), left = 1 - (k / kinetic), left2 = left * left;
        double w2 = w * w, w4 = w2 * w2;
        double linear = (w * left2 * ((0.37679 * w2 * w) - 0.82848)) - (0.11001 * w2);
        double square = (0.10446 * w * left2) - (w4 * w4 * (0.05495 + (0.05078 * left)));
        return Math.Exp(sum + (field * (linear + (field * square))));
    }

    private readonly record struct Term(Factor Factor, int W, int V, double Coefficient);
}
