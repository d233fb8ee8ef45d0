using System.Globalization;

namespace CoDesign.Physics.Materials;

public static partial class MaterialCatalogue
{
    // Everything but density and composition is computed. Elements of table 6.1 enter with the PDG's numbers where a
    // row is a mixture of materials. Densities: PDG (RPP 2022, table 35.4 for scintillators; pages of the elements),
    // else as said on the line.
    private static readonly ComputedRow[] ComputedRows =
    [
        Element("magnesium", "Mg", 1.74, "Mg"),
        Element("chromium", "Cr", 7.18, "Cr"),
        Element("nickel", "Ni", 8.902, "Ni"),
        Element("zinc", "Zn", 7.133, "Zn"),
        Element("molybdenum", "Mo", 10.22, "Mo"),
        Element("silver", "Ag", 10.5, "Ag"),
        Element("tantalum", "Ta", 16.654, "Ta"),
        Element("bismuth", "Bi", 9.747, "Bi"),
        Element("krypton-gas", "Kr krypton", 3.489e-3, "Kr", MaterialState.Gas),
        Element("liquid-krypton", "LKr", 2.418, "Kr", MaterialState.Liquid),
        Compound("lyso", "", 7.10, "Lu1.8Y0.2Si1O5", 1.82), // typical crystal, 10 % yttrium
        Compound("lso", "Lu2SiO5", 7.40, "Lu2Si1O5", 1.82),
        Compound("cerium-fluoride", "CeF3", 6.16, "Ce1F3", 1.62),
        Compound("lead-fluoride", "PbF2", 7.77, "Pb1F2", 1.82),
        Compound("lanthanum-bromide", "LaBr3", 5.29, "La1Br3", 1.9),
        Compound("epoxy", "", 1.20, "C11H12O3", null), // cured bisphenol resin
        new("isobutane-gas", "isobutane C4H10", null, _ =>
            Parse("isobutane-gas", 2.51e-3, "C4H10", MaterialState.Gas, null)), // ideal gas at 20 C, 1 atm
        new("carbon-tetrafluoride-gas", "CF4", null, _ =>
            Parse("carbon-tetrafluoride-gas", 3.66e-3, "C1F4", MaterialState.Gas, null)), // ideal gas at 20 C, 1 atm
        Mixture("brass", "cartridge-brass", 8.53, ("copper", 0.70), ("zinc", 0.30)), // UNS C26000
        Mixture("steel", "carbon-steel", 7.85, ("iron", 0.995), ("graphite", 0.005)),
        Mixture("stainless-steel", "steel-304", 8.00, // EN 1.4301 (AISI 304), middle of its ranges
            ("iron", 0.72), ("chromium", 0.18), ("nickel", 0.09), ("silicon", 0.01)),
        Mixture("tungsten-alloy", "densimet densimet-176", 17.6, // DIN W-Ni-Fe, maker's data for Densimet 176
            ("tungsten", 0.925), ("nickel", 0.05), ("iron", 0.025)),
        Mixture("inermet", "tungsten-copper-alloy", 17.84, // absorber of the CALICE tungsten calorimeter
            ("tungsten", 0.9299), ("nickel", 0.0525), ("copper", 0.0176)),
        Mixture("g10", "fr4", 1.70, ("silicon-dioxide", 0.60), ("epoxy", 0.40)), // typical, as in RPP 2006, table 6.1
    ];

    private static ComputedRow Element(
        string name, string aliases, double density, string symbol, MaterialState state = MaterialState.Solid) =>
        new(name, aliases, null, _ => Parse(name, density, symbol + " 1", state, null));

    private static ComputedRow Compound(string name, string aliases, double density, string formula, double? index) =>
        new(name, aliases, index, _ => Parse(name, density, formula, MaterialState.Solid, null));

    private static ComputedRow Mixture(
        string name, string aliases, double density, params (string Name, double MassFraction)[] parts) =>
        new(name, aliases, null, index => Material.FromMaterialMasses(
            name, density, [.. parts.Select(p => (index[p.Name], p.MassFraction))]));

    // Reads "C 0.4 O 0.6" (mass fractions) or "Pb1W1O4" (atoms).
    private static Material Parse(
        string name, double density, string composition, MaterialState state, double? excitation)
    {
        var amounts = new Dictionary<string, double>();
        if (composition.Contains(' '))
        {
            var words = composition.Split(' ');
            for (var i = 0; i < words.Length; i += 2)
            {
                amounts.Add(words[i], double.Parse(words[i + 1], CultureInfo.InvariantCulture));
            }

            return Material.FromMassFractions(name, density, amounts, state, excitation);
        }

        for (var i = 0; i < composition.Length;)
        {
            var number = i + 1;
            while (char.IsLetter(composition[number]))
            {
                number++;
            }

            var end = number;
            while (end < composition.Length && !char.IsLetter(composition[end]))
            {
                end++;
            }

            amounts.Add(composition[i..number], double.Parse(composition[number..end], CultureInfo.InvariantCulture));
            i = end;
        }

        return Material.FromFormula(name, density, amounts, state, excitation);
    }

    private sealed record ComputedRow(
        string Name, string Aliases, double? RefractiveIndex, Func<Dictionary<string, Material>, Material> Make);
}
