using CoDesign.Physics;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>The quantities of a whole detector that a constraint may refer to by name.</summary>
public static class DetectorQuantities
{
    private static readonly Dictionary<string, Dimension> Dimensions = new()
    {
        ["depth"] = Dimension.OfLength,
        ["radiation_lengths"] = Dimension.None,
        ["cost"] = Dimension.OfMoney,
        ["channels"] = Dimension.None,
        ["power"] = Dimension.OfEnergy / Dimension.OfTime,
    };

    /// <summary>Their names; no parameter or derived quantity can have one.</summary>
    public static IReadOnlyCollection<string> Names => Dimensions.Keys;

    /// <summary>The dimension of one of them; null for another name.</summary>
    public static Dimension? DimensionOf(string name) =>
        Dimensions.TryGetValue(name, out var dimension) ? dimension : null;
}
