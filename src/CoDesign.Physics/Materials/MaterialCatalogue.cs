namespace CoDesign.Physics.Materials;

/// <summary>Materials of particle detectors by name.</summary>
/// <remarks>
/// Elements and compounds of the PDG carry the PDG's numbers (<c>MaterialCatalogue.Pdg.cs</c>); alloys and crystals it
/// does not list are computed from their composition (<c>MaterialCatalogue.Computed.cs</c>); each says which in
/// <see cref="Material.Source"/>.
/// </remarks>
public static partial class MaterialCatalogue
{
    // Lazy, since the tables lie in other files and the order of static fields across files is not defined.
    private static readonly Lazy<Dictionary<string, Material>> ByKey = new(MakeIndex);

    private static readonly Lazy<string[]> SortedNames = new(MakeNames);

    /// <summary>Names of all materials, in alphabetical order, without aliases.</summary>
    public static IReadOnlyList<string> Names => SortedNames.Value;

    /// <summary>All materials in the order of <see cref="Names"/>.</summary>
    public static IEnumerable<Material> All => Names.Select(name => ByKey.Value[name]);

    /// <summary>Finds a material by name or alias, whatever the case.</summary>
    /// <param name="name">Lower-case kebab name, chemical symbol or formula: <c>liquid-argon</c>, <c>Pb</c>,
    /// <c>PbWO4</c>.</param>
    /// <returns>The material, or null when there is none of that name.</returns>
    public static Material? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByKey.Value.GetValueOrDefault(name);
    }

    /// <summary>The material of a name or alias.</summary>
    /// <param name="name">As for <see cref="Find"/>.</param>
    /// <returns>The material.</returns>
    /// <exception cref="ArgumentException">There is no such material; the message lists the names.</exception>
    public static Material Get(string name) => Find(name) ?? throw new ArgumentException(
        $"unknown material '{name}'; known: {string.Join(", ", Names)}", nameof(name));

    private static string[] MakeNames() =>
        [.. PdgRows.Select(r => r.Name).Concat(ComputedRows.Select(r => r.Name)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, Material> MakeIndex()
    {
        var index = new Dictionary<string, Material>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in PdgRows)
        {
            Add(index, row.Make(), row.Aliases);
        }

        foreach (var row in ComputedRows)
        {
            Add(index, row.Make(index) with { Name = row.Name, RefractiveIndex = row.RefractiveIndex }, row.Aliases);
        }

        return index;
    }

    private static void Add(Dictionary<string, Material> index, Material material, string aliases)
    {
        index.Add(material.Name, material);
        foreach (var alias in aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            index.Add(alias, material);
        }
    }
}
