using CoDesign.Detectors.Expressions;
using CoDesign.Physics.Materials;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>
/// Cost of a calorimeter: materials by volume, layers by area, channels, light, power, and a fixed part.
/// </summary>
/// <remarks>
/// cost = sum_materials price volume + layer_area area layers + channels (per_channel + photo_electron light_yield MeV)
/// + power_price power + fixed, all over the front area. Photo-electrons are priced per (photo-electron/MeV).
/// </remarks>
/// <param name="prices">The prices.</param>
/// <param name="quantities">Values of the names the prices refer to.</param>
public sealed class CostModel(CostDescription prices, DesignQuantities quantities)
{
    /// <summary>The parts of the cost by name, in the order of the file: float64 scalars [currency].</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="area">Front area [mm2].</param>
    /// <param name="channels">Number of channels.</param>
    /// <param name="lightYield">Light yield [1/MeV].</param>
    /// <param name="power">Power [MeV/ns].</param>
    public IReadOnlyDictionary<string, Tensor> Breakdown(
        IReadOnlyList<CalorimeterSection> sections, Tensor area, Tensor channels, Tensor lightYield, Tensor power)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(power);
        var parts = new Dictionary<string, Tensor>();
        foreach (var (material, price) in prices.Volume)
        {
            parts[$"volume of {material}"] = quantities.Evaluate(price) * area * Thickness(sections, material, area);
        }

        var layers = (double)sections.Sum(section => section.Layers);
        parts["layers"] = quantities.Evaluate(prices.LayerArea) * area * layers;
        parts["channels"] = quantities.Evaluate(prices.PerChannel) * channels;
        parts["light"] = quantities.Evaluate(prices.PhotoElectron) * lightYield * channels;
        parts["power"] = quantities.Evaluate(prices.Power) * power;
        parts["fixed"] = quantities.Evaluate(prices.Fixed);
        return parts;
    }

    /// <summary>Total thickness of a material over all layers [mm].</summary>
    private static Tensor Thickness(IReadOnlyList<CalorimeterSection> sections, string material, Tensor like)
    {
        // A price may be listed under an alias of the catalogue.
        var name = MaterialCatalogue.Find(material)?.Name ?? material;
        var total = zeros_like(like);
        foreach (var section in sections)
        {
            foreach (var slab in section.Slabs.Where(slab => slab.Material.Name == name))
            {
                total = total + slab.Thickness * (double)section.Layers;
            }
        }

        return total;
    }
}
