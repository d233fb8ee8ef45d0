using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>A colour per material, dark for absorbers, warm for passive layers, light for active ones; a legend in
/// order.
/// </summary>
internal sealed class MaterialColors
{
    private static readonly string[] Dark = ["#4b5563", "#7c5c3b", "#1f2937", "#6d28d9"];
    private static readonly string[] Warm = ["#E69F00", "#D55E00", "#CC79A7"];
    private static readonly string[] Light = ["#8fd3f4", "#9be3c6", "#f5e79e", "#d9c2f0"];
    private readonly List<(string Material, string Color)> _entries = [];

    public MaterialColors(params StackSummary[] stacks)
    {
        SectionSummary[] sections = [.. stacks.SelectMany(stack => stack.Sections)];
        Assign(sections.Select(section => section.Absorber.Material), Dark);
        Assign(sections.Select(section => section.Passive?.Material).OfType<string>(), Warm);
        Assign(sections.Select(section => section.Active.Material), Light);
    }

    /// <summary>Materials and their colours.</summary>
    public IReadOnlyList<(string Material, string Color)> Entries => _entries;

    public string this[string material] => _entries.First(entry => entry.Material == material).Color;

    private void Assign(IEnumerable<string> materials, string[] palette)
    {
        var used = 0;
        foreach (var material in materials)
        {
            if (_entries.All(entry => entry.Material != material))
            {
                _entries.Add((material, palette[used++ % palette.Length]));
            }
        }
    }
}
