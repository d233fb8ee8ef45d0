using CoDesign.Physics.Materials;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Adds up the material of layers, [layers] float64.</summary>
internal sealed class LayerMaterials(Tensor zero)
{
    /// <summary>x/X0.</summary>
    public Tensor RadiationLengths { get; private set; } = zero;

    /// <summary>Thickness [mm].</summary>
    public Tensor Thickness { get; private set; } = zero;

    /// <summary>Mean loss of a minimum-ionising particle [MeV].</summary>
    public Tensor IonisationLoss { get; private set; } = zero;

    public void Add(Material material, Tensor thickness)
    {
        RadiationLengths = RadiationLengths + (thickness / material.RadiationLength);
        Thickness = Thickness + thickness;
        IonisationLoss = IonisationLoss + (thickness * material.MinimumEnergyLoss);
    }
}
