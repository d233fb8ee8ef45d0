using System.Globalization;

namespace CoDesign.Physics;

/// <summary>Names and usual units of dimensions, the preferred unit first.</summary>
internal static class DimensionTable
{
    private static readonly (string Name, string Units)[] Rows = [
        ("a length", "mm um cm m"),
        ("an area", "mm2 cm2 m2"),
        ("a volume", "cm3 mm3 m3"),
        ("a time", "ns ps us s"),
        ("a frequency", "Hz kHz MHz GHz"),
        ("an energy", "MeV keV GeV TeV"),
        ("a power", "W mW kW"),
        ("a mass", "g kg"),
        ("a density", "g/cm3 kg/m3"),
        ("a charge", "e fC pC"),
        ("a current", "nA pA uA mA"),
        ("a voltage", "V mV uV"),
        ("a squared voltage", "V^2 mV^2"),
        ("a resistance", "ohm kohm Mohm"),
        ("a capacitance", "pF fF nF"),
        ("a noise density", "nV/sqrt(Hz) V/sqrt(Hz)"),
        ("a magnetic field", "T mT"),
        ("a temperature", "K"),
        ("an angle", "rad mrad deg"),
        ("an amount of money", "EUR USD CHF"),
        ("a price per volume", "EUR/cm3 USD/cm3 CHF/cm3"),
        ("a price per area", "EUR/m2 USD/m2 CHF/m2"),
        ("a price per length", "EUR/m USD/m CHF/m"),
        ("a price per power", "EUR/W USD/W CHF/W"),
        ("a price per mass", "EUR/kg USD/kg CHF/kg"),
        ("an inverse length", "1/mm 1/cm 1/m"),
        ("an inverse energy", "1/MeV 1/keV 1/GeV"),
        ("a stopping power", "MeV/mm MeV/cm keV/um"),
        ("a capacitance per area", "pF/mm2 pF/cm2 nF/cm2"),
        ("a current per volume", "nA/cm3 pA/mm3"),
        ("a current per area", "nA/cm2 pA/mm2"),
    ];

    private static readonly Dictionary<Dimension, (string Name, string[] Units)> Named = Rows
        .Select(row => (row.Name, Units: row.Units.Split(' ')))
        .ToDictionary(row => Unit.Parse(row.Units[0]).Dimension);

    public static string Name(Dimension dimension) =>
        dimension.IsNone ? "a number"
        : Named.TryGetValue(dimension, out var row) ? row.Name
        : $"a quantity in {Compose(dimension)}";

    public static string ShortName(Dimension dimension) =>
        dimension.IsNone ? "number"
        : Named.TryGetValue(dimension, out var row) ? row.Name[(row.Name.IndexOf(' ') + 1)..]
        : Compose(dimension);

    public static Unit Preferred(Dimension dimension) =>
        dimension.IsNone ? Unit.One : Unit.Parse(Suggested(dimension)[0]);

    public static IReadOnlyList<string> Suggested(Dimension dimension) =>
        dimension.IsNone ? [] : Named.TryGetValue(dimension, out var row) ? row.Units : [Compose(dimension)];

    private static string Compose(Dimension d)
    {
        (string Symbol, double Exponent)[] parts = [
            ("EUR", d.Money), ("MeV", d.Energy), ("e", d.Charge), ("mm", d.Length), ("ns", d.Time),
            ("K", d.Temperature), ("rad", d.Angle),
        ];
        var above = parts.Where(part => part.Exponent > 0).Select(part => Power(part.Symbol, part.Exponent));
        var below = parts.Where(part => part.Exponent < 0).Select(part => "/" + Power(part.Symbol, -part.Exponent));
        var numerator = string.Join('*', above);
        return (numerator.Length == 0 ? "1" : numerator) + string.Concat(below);
    }

    private static string Power(string symbol, double exponent) =>
        exponent == 1 ? symbol : $"{symbol}^{exponent.ToString("G6", CultureInfo.InvariantCulture)}";
}
