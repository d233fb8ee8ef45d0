using System.Collections.Frozen;
using static CoDesign.Physics.Units;

namespace CoDesign.Physics;

/// <summary>The unit symbols with their prefixes; sizes come from <see cref="Units"/>.</summary>
internal static class UnitTable
{
    private const string AllPrefixes = "f p n u µ μ m k M G T P";

    private static readonly Dictionary<string, double> Prefixes = new()
    {
        ["f"] = 1e-15,
        ["p"] = 1e-12,
        ["n"] = 1e-9,
        ["u"] = 1e-6,
        ["µ"] = 1e-6, // micro sign
        ["μ"] = 1e-6, // Greek mu: the two look alike and both are typed
        ["m"] = 1e-3,
        ["c"] = 1e-2,
        ["k"] = 1e3,
        ["M"] = 1e6,
        ["G"] = 1e9,
        ["T"] = 1e12,
        ["P"] = 1e15,
    };

    private static readonly (string Symbol, double Factor, Dimension Dimension, string Prefixes)[] Symbols = [
        ("m", Metre, Dimension.OfLength, "f p n u µ μ m c k"),
        ("s", Second, Dimension.OfTime, "f p n u µ μ m"),
        ("Hz", Hz, Dimension.OfTime.Power(-1), "m k M G"),
        ("eV", EV, Dimension.OfEnergy, "m k M G T P"),
        ("J", Joule, Dimension.OfEnergy, AllPrefixes),
        ("W", Watt, Dimension.OfEnergy / Dimension.OfTime, AllPrefixes),
        ("g", Gram, Mass, "n u µ μ m k"),
        ("Gy", Joule / Kg, Dimension.OfEnergy / Mass, "m k M"),
        ("e", ElementaryCharge, Dimension.OfCharge, ""),
        ("C", Coulomb, Dimension.OfCharge, "f p n u µ μ m"),
        ("A", Ampere, Dimension.OfCharge / Dimension.OfTime, "f p n u µ μ m k"),
        ("V", Volt, Potential, "n u µ μ m k M"),
        ("ohm", Ohm, Potential * Dimension.OfTime / Dimension.OfCharge, "m k M G"),
        ("Ohm", Ohm, Potential * Dimension.OfTime / Dimension.OfCharge, "m k M G"),
        ("F", Farad, Dimension.OfCharge / Potential, "f p n u µ μ m"),
        ("T", Tesla, Potential * Dimension.OfTime / Dimension.OfLength.Power(2), "u µ μ m"),
        ("K", Kelvin, Dimension.OfTemperature, "m"),
        ("rad", Radian, Dimension.OfAngle, "n u µ μ m"),
        ("deg", Degree, Dimension.OfAngle, ""),
        ("%", Percent, Dimension.None, ""),
        ("pe", 1, Dimension.None, ""),
        ("EUR", 1, Dimension.OfMoney, "k M"),
        ("USD", 1, Dimension.OfMoney, "k M"),
        ("CHF", 1, Dimension.OfMoney, "k M"),
    ];

    private static readonly FrozenDictionary<string, Unit> All = Expand();

    private static Dimension Mass => Dimension.OfEnergy * Dimension.OfTime.Power(2) / Dimension.OfLength.Power(2);

    private static Dimension Potential => Dimension.OfEnergy / Dimension.OfCharge;

    /// <summary>Every symbol, with prefix, sorted.</summary>
    public static IEnumerable<string> Known => All.Keys.Order(StringComparer.Ordinal);

    public static bool TryGet(string symbol, out Unit unit) => All.TryGetValue(symbol, out unit);

    private static FrozenDictionary<string, Unit> Expand()
    {
        var all = new Dictionary<string, Unit>();
        foreach (var (symbol, factor, dimension, prefixes) in Symbols)
        {
            all.Add(symbol, new Unit(symbol, factor, dimension));
            foreach (var prefix in prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                all.Add(prefix + symbol, new Unit(prefix + symbol, Prefixes[prefix] * factor, dimension));
            }
        }

        return all.ToFrozenDictionary();
    }
}
