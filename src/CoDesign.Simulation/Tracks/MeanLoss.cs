using CoDesign.Physics;
using CoDesign.Physics.Materials;

namespace CoDesign.Simulation.Tracks;

/// <summary>Mean ionisation loss of a particle over that of a minimum-ionising one.</summary>
/// <remarks>
/// The ratio in silicon stands for all materials of a tracker: from beryllium to copper it differs by less than 10 %
/// for beta gamma from 0.3 to 1000. Radiation by electrons is not a part of it. Source: <see cref="StoppingPower"/>.
/// </remarks>
public static class MeanLoss
{
    /// <summary>Momentum over mass below which a track has stopped.</summary>
    /// <remarks>Bethe's formula does not hold below and turns negative near 0.01; there is little way left: at 0.1 a
    /// proton (4.7 MeV) has a range of 0.2 mm in silicon (NIST PSTAR), and ranges at one speed go as the mass.</remarks>
    public const double SlowestBetaGamma = 0.1;

    private static readonly StoppingPower Silicon = MaterialCatalogue.Get("Si").StoppingPower();

    private static readonly double Minimum = Silicon.MinimumMeVCm2PerGram();

    /// <summary>The ratio; below the slowest momentum it is that of the slowest.</summary>
    /// <param name="momentum">Momentum [MeV], zero or more.</param>
    /// <param name="mass">Mass [MeV], positive.</param>
    public static double Relative(double momentum, double mass)
    {
        double valid = Math.Max(momentum, SlowestBetaGamma * mass);
        // Identical particles share their energy differently, so electrons have a formula of their own.
        double loss = mass < 1.5 * PhysicalConstants.ElectronMass
            ? Silicon.ElectronMeVCm2PerGram(Math.Sqrt((valid * valid) + (mass * mass)) - mass)
            : Silicon.HeavyMeVCm2PerGram(valid / mass, mass);
        return loss / Minimum;
    }
}
