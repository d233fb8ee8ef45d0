using CoDesign.Detectors.Calorimeters;
using CoDesign.Physics;
using CoDesign.Physics.Materials;
using TorchSharp;

namespace CoDesign.Simulation.Showers;

/// <summary>The stacks that <see cref="SamplingCalibration"/> was fitted to, as data; outside them the visible energy and
/// its fluctuations are extrapolated.</summary>
/// <remarks>Source: tests/calibration/stacks.csv. Stacks had no passive layers: one is let pass whose share of the loss of
/// a minimum-ionising particle, by which it changes the visible energy, is small.</remarks>
public static class SamplingDomain
{
    // A material is one of the list when its elements and density are, whatever its name.
    private const double SameComposition = 0.02;
    private const double SameDensity = 0.05;

    // Rounding of thicknesses that come from unconstrained numbers.
    private const double Rounding = 1e-9;

    /// <summary>Absorbers by name in the catalogue.</summary>
    public static IReadOnlyList<string> Absorbers { get; } = ["lead", "tungsten", "iron", "copper"];

    /// <summary>Active materials by name in the catalogue.</summary>
    public static IReadOnlyList<string> Actives { get; } = ["polystyrene", "liquid-argon", "silicon"];

    /// <summary>Thinnest absorber and active layer [mm].</summary>
    public const double Thinnest = 0.5 * Units.Mm;

    /// <summary>Thickest absorber and active layer [mm].</summary>
    public const double Thickest = 10 * Units.Mm;

    /// <summary>Thinnest period [X0].</summary>
    public const double ShortestPeriod = 0.05;

    /// <summary>Thickest period [X0].</summary>
    public const double LongestPeriod = 2;

    /// <summary>Largest share of a passive layer in the loss of a minimum-ionising particle.</summary>
    public const double LargestPassiveShare = 0.05;

    /// <summary>The domain in words.</summary>
    public static string Description =>
        $"{List(Absorbers)} of {Thinnest:0.###} to {Thickest:0.###} mm with {List(Actives)} of {Thinnest:0.###} to "
        + $"{Thickest:0.###} mm, periods of {ShortestPeriod:0.##} to {LongestPeriod:0.##} X0, passive layers of at most "
        + $"{100 * LargestPassiveShare:0.#} % of the energy that a minimum-ionising particle loses";

    /// <summary>What of a detector is outside; empty when nothing is.</summary>
    /// <param name="detector">The detector at a design.</param>
    public static IReadOnlyList<string> Outside(CalorimeterDetector detector)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return [.. detector.Sections.SelectMany(Outside)];
    }

    private static IEnumerable<string> Outside(CalorimeterSection section)
    {
        if (section.Absorber is not { } absorber)
        {
            yield return $"section {section.Name} has no absorber";
            yield break;
        }

        foreach (string fault in Layer(section.Name, "absorber", absorber, Absorbers)
            .Concat(Layer(section.Name, "active material", section.Active, Actives)))
        {
            yield return fault;
        }

        double period = section.Slabs.Sum(s => s.Thickness.ToDouble() / s.Material.RadiationLength);
        if (period < ShortestPeriod * (1 - Rounding) || period > LongestPeriod * (1 + Rounding))
        {
            yield return $"section {section.Name}: a period of {period:0.###} X0 is not in "
                + $"[{ShortestPeriod:0.##}, {LongestPeriod:0.##}] X0";
        }

        double loss = section.Slabs.Sum(Loss);
        if (section.Passive is { } passive && Loss(passive) > LargestPassiveShare * loss)
        {
            yield return $"section {section.Name}: the passive {passive.Material.Name} takes "
                + $"{100 * Loss(passive) / loss:0.#} % of the energy that a minimum-ionising particle loses, more than "
                + $"{100 * LargestPassiveShare:0.#} %";
        }
    }

    private static IEnumerable<string> Layer(
        string section, string role, CalorimeterLayer layer, IReadOnlyList<string> known)
    {
        if (!known.Any(name => IsSame(layer.Material, MaterialCatalogue.Get(name))))
        {
            yield return $"section {section}: {role} {layer.Material.Name} is none of {List(known)}";
        }

        double thickness = layer.Thickness.ToDouble();
        if (thickness < Thinnest * (1 - Rounding) || thickness > Thickest * (1 + Rounding))
        {
            yield return $"section {section}: {role} {layer.Material.Name} of {thickness:G4} mm is not in "
                + $"[{Thinnest:0.###}, {Thickest:0.###}] mm";
        }
    }

    private static double Loss(CalorimeterLayer layer) => layer.Thickness.ToDouble() * layer.Material.MinimumEnergyLoss;

    private static bool IsSame(Material a, Material b)
    {
        IEnumerable<int> elements =
            a.Composition.Concat(b.Composition).Select(c => c.Element.AtomicNumber).Distinct();
        double difference = elements.Sum(z => Math.Abs(Share(a, z) - Share(b, z)));
        return difference <= SameComposition
            && Math.Abs((a.DensityGramPerCm3 / b.DensityGramPerCm3) - 1) <= SameDensity;
    }

    private static double Share(Material material, int atomicNumber) =>
        material.Composition.Where(c => c.Element.AtomicNumber == atomicNumber).Sum(c => c.MassFraction);

    private static string List(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
