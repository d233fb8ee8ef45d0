using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>Files of kind sampling-calorimeter.</summary>
public sealed class CalorimeterKind : GeometryKind
{
    private static readonly string[] Slabs = ["absorber", "active", "passive"];

    /// <inheritdoc/>
    public override string Word => CalorimeterSchema.Kind;

    /// <inheritdoc/>
    public override ObjectSchema Schema => CalorimeterSchema.Root;

    /// <inheritdoc/>
    public override DetectorQuantities WholeQuantities => SamplingCalorimeterGeometry.WholeQuantities;

    internal override void Check(GeometryReading reading)
    {
        CheckCells(reading.Root, reading.Problems);
        CheckSectionNames(reading.Root, reading.Problems);
        foreach (var section in Sections(reading.Root))
        {
            foreach (var key in Slabs)
            {
                reading.Resolve(section.Find(key) is { IsValid: true } layer ? layer.Find("material") : null);
            }
        }

        CheckPrices(reading.Root, reading.Materials, reading.Problems);
    }

    internal override DetectorGeometry Assemble(GeometryReading reading) => new CalorimeterAssembly(reading).Assemble();

    private static IEnumerable<ConfigNode> Sections(ConfigNode root) =>
        root.Find("sections") is { IsValid: true } sections ? sections.Items.Where(section => section.IsValid) : [];

    private static void CheckCells(ConfigNode root, List<Problem> problems)
    {
        if (root.Find("cells") is { IsValid: true } cells && cells.Find("count") is { IsValid: true } count
            && count.WholeNumber % 2 == 0)
        {
            problems.Add(count.Problem($"given {count.Text}, must be odd: the shower falls on the middle cell"));
        }
    }

    private static void CheckSectionNames(ConfigNode root, List<Problem> problems)
    {
        var seen = new HashSet<string>();
        foreach (var section in Sections(root))
        {
            if (section.Find("name") is { IsValid: true } name && !seen.Add(name.Text))
            {
                problems.Add(name.Problem($"given {name.Text}, which is the name of another section"));
            }
        }
    }

    private static void CheckPrices(ConfigNode root, MaterialReader materials, List<Problem> problems)
    {
        if (root.Find("cost") is not { IsValid: true } cost || cost.Find("volume") is not { IsValid: true } volume)
        {
            return;
        }

        foreach (var (name, node) in volume.Entries.Where(entry => !materials.IsUsed(entry.Key)))
        {
            var used = string.Join(", ", materials.Used);
            problems.Add(node.Problem(
                $"{name} is not a material of any section ({used}){NearMiss.Suffix(name, materials.Used)}"));
        }
    }
}
