namespace CoDesign.Physics.Electromagnetic;

/// <summary>Collisions of electrons and positrons with electrons at rest that give more than a cut: Moller and
/// Bhabha.</summary>
/// <remarks>
/// With x = transfer/T: Moller dsigma/dx = 2 pi r_e2 m/(beta2 T) [(gamma-1)2/gamma2 + 1/x2 + 1/(1-x)2 -
/// (2 gamma-1)/gamma2 (1/x + 1/(1-x))], x up to 1/2; Bhabha 2 pi r_e2 m/T [1/(beta2 x2) - B1/x + B2 - B3 x + B4 x2], x
/// up to 1. Source: Messel and Crawford, Electron-Photon Shower Distribution Function Tables (1970); Geant4 Physics
/// Reference Manual, "Ionization". Electrons are taken as free: valid for cuts far above the binding energies.
/// </remarks>
public static class DeltaRayProduction
{
    private const double Scale = 2 * Math.PI * PhysicalConstants.ClassicalElectronRadius
        * PhysicalConstants.ClassicalElectronRadius * PhysicalConstants.ElectronMass;

    /// <summary>Cross section per electron of the target above the cut.</summary>
    /// <param name="charge">-1 for electrons, +1 for positrons.</param>
    /// <param name="kineticEnergy">Kinetic energy T [MeV], positive.</param>
    /// <param name="cut">Smallest transfer [MeV], positive.</param>
    /// <returns>sigma [mm2]; 0 where the cut is out of reach.</returns>
    public static double CrossSection(int charge, double kineticEnergy, double cut)
    {
        double low = cut / kineticEnergy;
        return charge < 0 ? low < 0.5 ? Moller(kineticEnergy, low) : 0 : low < 1 ? Bhabha(kineticEnergy, low) : 0;
    }

    private static double Moller(double energy, double low)
    {
        double gamma = (energy / PhysicalConstants.ElectronMass) + 1;
        double g = ((2 * gamma) - 1) / (gamma * gamma), beta2 = 1 - (1 / (gamma * gamma));
        double integral = ((0.5 - low) * (1 - g + (2 / low) + (2 / (1 - low)))) - (g * Math.Log((1 - low) / low));
        return Scale / (energy * beta2) * integral;
    }

    private static double Bhabha(double energy, double low)
    {
        double gamma = (energy / PhysicalConstants.ElectronMass) + 1;
        double beta2 = 1 - (1 / (gamma * gamma));
        (double b1, double b2, double b3, double b4) = BhabhaCoefficients(gamma);
        double integral = ((1 - low) * ((1 / (beta2 * low)) + b2 - (b3 * (1 + low) / 2)
            + (b4 * (1 + low + (low * low)) / 3))) + (b1 * Math.Log(low));
        return Scale / energy * integral;
    }

    /// <summary>B1 to B4 of Bhabha's formula.</summary>
    /// <param name="gamma">Lorentz factor of the positron.</param>
    public static (double B1, double B2, double B3, double B4) BhabhaCoefficients(double gamma)
    {
        double y = 1 / (gamma + 1), u = 1 - (2 * y);
        double b4 = u * u * u;
        return (2 - (y * y), u * (3 + (y * y)), (u * u) + b4, b4);
    }
}
