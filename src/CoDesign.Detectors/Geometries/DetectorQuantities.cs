using CoDesign.Physics;

namespace CoDesign.Detectors.Geometries;

/// <summary>The quantities of a whole detector of one kind that a constraint may refer to by name.</summary>
/// <param name="dimensions">Names and dimensions beyond cost, channels and power, which every kind has.</param>
public sealed class DetectorQuantities(params IEnumerable<(string Name, Dimension Dimension)> dimensions)
{
    private readonly Dictionary<string, Dimension> _dimensions = new([
        .. dimensions.Select(pair => KeyValuePair.Create(pair.Name, pair.Dimension)),
        KeyValuePair.Create("cost", Dimension.OfMoney),
        KeyValuePair.Create("channels", Dimension.None),
        KeyValuePair.Create("power", Dimension.OfEnergy / Dimension.OfTime),
    ]);

    /// <summary>Their names; no parameter or derived quantity can have one.</summary>
    public IReadOnlyCollection<string> Names => _dimensions.Keys;

    /// <summary>The dimension of one of them; null for another name.</summary>
    public Dimension? DimensionOf(string name) => _dimensions.TryGetValue(name, out var dimension) ? dimension : null;
}
