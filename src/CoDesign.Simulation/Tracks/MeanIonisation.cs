using CoDesign.Physics;
using CoDesign.Physics.Materials;

namespace CoDesign.Simulation.Tracks;

/// <summary>Mean loss by ionisation of a charged particle over that of a minimum-ionising one.</summary>
/// <param name="mass">Mass of the particle [MeV].</param>
/// <remarks>
/// The ratio in silicon, which differs little from material to material. Electrons lose by collisions alone here, not
/// by radiation. Valid above beta gamma = 0.1; see <see cref="StoppingPower"/>.
/// </remarks>
internal sealed class MeanIonisation(double mass)
{
    private readonly StoppingPower _loss = MaterialCatalogue.Get("silicon").StoppingPower();
    private readonly double _minimum = MaterialCatalogue.Get("silicon").StoppingPower().MinimumMeVCm2PerGram();

    /// <summary>Loss over the minimum.</summary>
    /// <param name="momentum">Momentum [MeV], positive.</param>
    public double Ratio(double momentum) => Loss(momentum) / _minimum;

    private double Loss(double momentum) => mass == PhysicalConstants.ElectronMass
        ? _loss.ElectronMeVCm2PerGram(Math.Sqrt((momentum * momentum) + (mass * mass)) - mass)
        : _loss.HeavyMeVCm2PerGram(momentum / mass, mass);
}
