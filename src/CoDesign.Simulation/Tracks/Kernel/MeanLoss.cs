using CoDesign.Physics;
using CoDesign.Physics.Materials;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Mean ionisation loss of a particle over that of a minimum-ionising one.</summary>
/// <remarks>
/// The ratio in silicon stands for all materials of a tracker: from beryllium to copper it differs by less than 10 %
/// for beta gamma from 0.3 to 1000. Radiation by electrons is not a part of it. Source: <see cref="StoppingPower"/>.
/// </remarks>
internal static class MeanLoss
{
    // The Bethe formula is not valid below; such a track stops in the first layers anyway.
    private const double SlowestBetaGamma = 0.1;

    private static readonly StoppingPower Silicon = MaterialCatalogue.Get("Si").StoppingPower();

    private static readonly double Minimum = Silicon.MinimumMeVCm2PerGram();

    /// <summary>The ratio.</summary>
    /// <param name="momentum">Momentum [MeV], positive.</param>
    /// <param name="mass">Mass [MeV], positive.</param>
    public static double Relative(double momentum, double mass)
    {
        // Identical particles share their energy differently, so electrons have a formula of their own.
        double loss = mass < 1.5 * PhysicalConstants.ElectronMass
            ? Silicon.ElectronMeVCm2PerGram(Math.Sqrt((momentum * momentum) + (mass * mass)) - mass)
            : Silicon.HeavyMeVCm2PerGram(Math.Max(momentum / mass, SlowestBetaGamma), mass);
        return loss / Minimum;
    }
}
