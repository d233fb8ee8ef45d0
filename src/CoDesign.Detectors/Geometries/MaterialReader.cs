using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Space;
using CoDesign.Physics;
using CoDesign.Physics.Materials;

namespace CoDesign.Detectors.Geometries;

/// <summary>Makes the materials of a file and finds those it refers to.</summary>
internal sealed class MaterialReader(List<Problem> problems)
{
    private static readonly string[] Ways = ["mass_fractions", "formula", "mixture"];

    // A broken definition stays known under its name, so that its uses are not reported again.
    private readonly Dictionary<string, Material?> _own = [];
    private readonly HashSet<string> _used = [];
    private readonly List<Problem> _doubts = [];

    /// <summary>Names of the materials that sections refer to.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>The file's own materials that can be used, in its order.</summary>
    public IReadOnlyList<Material> Own => [.. _own.Values.OfType<Material>()];

    /// <summary>What of them may not be what was meant.</summary>
    public IReadOnlyList<Problem> Doubts => _doubts;

    private IEnumerable<string> Known => _own.Keys.Concat(MaterialCatalogue.Names);

    public void ReadDefinitions(ConfigNode map)
    {
        foreach (var (name, node) in map.Entries)
        {
            var twin = _own.Keys.FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
            _own[name] = null;
            if (MaterialCatalogue.Find(name) is not null)
            {
                problems.Add(node.Problem($"{name} is in the catalogue; choose another name"));
            }
            else if (twin is not null)
            {
                problems.Add(node.Problem($"differs from {twin} by capital letters only; choose another name"));
            }
            else if (node.IsValid)
            {
                _own[name] = Define(name, node);
            }
        }
    }

    /// <summary>The material that a node names; null if it cannot be used.</summary>
    public MaterialChoice? Resolve(ConfigNode node, IReadOnlyList<DesignParameter> parameters)
    {
        var parameter = parameters.FirstOrDefault(
            candidate => candidate.Name == node.Text && candidate.Kind == ParameterKind.Choice);
        string[] names = parameter is null ? [node.Text] : [.. parameter.Choices];
        var materials = names.Select(name => Find(name, node)).OfType<Material>().ToArray();
        return materials.Length == names.Length ? new MaterialChoice(parameter?.Name, materials) : null;
    }

    /// <summary>Whether a name is that of a material in use, alias or not.</summary>
    public bool IsUsed(string name) => _used.Contains(MaterialCatalogue.Find(name)?.Name ?? name);

    private Material? Find(string name, ConfigNode node)
    {
        if (_own.TryGetValue(name, out var own))
        {
            _used.Add(name);
            return own;
        }

        if (MaterialCatalogue.Find(name) is { } material)
        {
            _used.Add(material.Name);
            return material;
        }

        problems.Add(node.Problem($"given {name}, must be a material{NearMiss.Suffix(name, Known)}"));
        return null;
    }

    private Material? Define(string name, ConfigNode node)
    {
        var ways = Ways.Where(key => node.Find(key) is not null).ToArray();
        if (ways.Length != 1)
        {
            problems.Add(node.Problem("must have one of mass_fractions, formula or mixture"));
            return null;
        }

        var map = node.Get(ways[0]);
        if (node.Find("density") is not { IsValid: true } density || !map.IsValid
            || map.Entries.Any(entry => !entry.Value.IsValid))
        {
            return null;
        }

        var densityGramPerCm3 = density.Number / (Units.Gram / Units.Cm3);
        var isMixture = ways[0] == "mixture";
        var known = map.Entries.Count(entry => isMixture ? IsMaterial(entry) : IsElement(entry));
        if (known < map.Entries.Count || IsGivenTwice(map, isMixture) || (ways[0] != "formula" && !AddsUpToOne(map)))
        {
            return null;
        }

        var amounts = map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Number);
        double? excitation = node.Find("mean_excitation_energy") is { IsValid: true } given ? given.Number : null;
        var material = ways[0] switch
        {
            "formula" => Material.FromFormula(
                name, densityGramPerCm3, amounts, meanExcitationEnergy: excitation),
            "mass_fractions" => Material.FromMassFractions(
                name, densityGramPerCm3, amounts, meanExcitationEnergy: excitation),
            _ => Mixture(name, densityGramPerCm3, amounts, excitation),
        };
        string[] composition = ways[0] switch
        {
            "formula" => [.. MaterialDoubts.OfFormula(densityGramPerCm3, amounts)],
            "mass_fractions" => [.. MaterialDoubts.OfMassFractions(densityGramPerCm3, amounts)],
            _ => [],
        };
        _doubts.AddRange(composition.Select(map.Problem));
        // A density does not fit to a composition that is not meant.
        _doubts.AddRange(material is null || composition.Length > 0 ? [] : MaterialDoubts.OfDensity(material).Select(density.Problem));
        return material;
    }

    private Material? Mixture(
        string name, double densityGramPerCm3, Dictionary<string, double> amounts, double? excitation)
    {
        var parts = new List<(Material Material, double MassFraction)>();
        foreach (var (part, fraction) in amounts)
        {
            if ((_own.GetValueOrDefault(part) ?? MaterialCatalogue.Find(part)) is not { } material)
            {
                return null;
            }

            parts.Add((material, fraction));
        }

        return Material.FromMaterialMasses(name, densityGramPerCm3, parts, meanExcitationEnergy: excitation);
    }

    private bool IsElement(KeyValuePair<string, ConfigNode> entry)
    {
        if (PeriodicTable.Find(entry.Key) is not null)
        {
            return true;
        }

        var symbol = PeriodicTable.All.FirstOrDefault(
            element => string.Equals(element.Symbol, entry.Key, StringComparison.OrdinalIgnoreCase))?.Symbol;
        problems.Add(entry.Value.Problem($"{entry.Key} is not a chemical element"
            + (symbol is null ? "" : $"; did you mean {symbol}? Symbols are case-sensitive")));
        return false;
    }

    // A symbol and a name, or a name and an alias, can stand for one thing.
    private bool IsGivenTwice(ConfigNode map, bool isMixture)
    {
        var first = new Dictionary<string, string>();
        var before = problems.Count;
        foreach (var (key, node) in map.Entries)
        {
            var name = isMixture
                ? _own.ContainsKey(key) ? key : MaterialCatalogue.Find(key)?.Name ?? key
                : PeriodicTable.Get(key).Name;
            if (!first.TryAdd(name, key))
            {
                problems.Add(node.Problem($"{key} is {name}, which is given already as {first[name]}"));
            }
        }

        return problems.Count > before;
    }

    private bool IsMaterial(KeyValuePair<string, ConfigNode> entry)
    {
        if (_own.ContainsKey(entry.Key) || MaterialCatalogue.Find(entry.Key) is not null)
        {
            return true;
        }

        problems.Add(entry.Value.Problem(
            $"{entry.Key} is not a material of the catalogue or above{NearMiss.Suffix(entry.Key, Known)}"));
        return false;
    }

    private bool AddsUpToOne(ConfigNode map)
    {
        var sum = map.Entries.Sum(entry => entry.Value.Number);
        if (Math.Abs(sum - 1) <= 0.01)
        {
            return true;
        }

        var shown = Quantity.Format(sum, Unit.One);
        problems.Add(map.Problem($"given fractions that add up to {shown}, must be 1 within 1 %"));
        return false;
    }
}
