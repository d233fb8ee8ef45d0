namespace CoDesign.Physics.Materials;

/// <summary>The chemical elements with a natural abundance, hydrogen to bismuth, and thorium and uranium.</summary>
/// <remarks>
/// Atomic masses and densities (room temperature, 1 atm; carbon as graphite) as in the PDG's atomic and nuclear
/// properties of materials, edition 2020. Mean excitation energies: ICRU Report 37 (1984), which the PDG uses.
/// </remarks>
public static class PeriodicTable
{
    // Z, symbol, name, A [g/mol], I [eV], density [g/cm3].
    private static readonly Element[] Table =
    [
        new(1, "H", "hydrogen", 1.008, 19.2, 8.376e-5),
        new(2, "He", "helium", 4.002602, 41.8, 1.663e-4),
        new(3, "Li", "lithium", 6.94, 40, 0.534),
        new(4, "Be", "beryllium", 9.0121831, 63.7, 1.848),
        new(5, "B", "boron", 10.81, 76, 2.37),
        new(6, "C", "carbon", 12.0107, 78, 2.210),
        new(7, "N", "nitrogen", 14.007, 82, 1.165e-3),
        new(8, "O", "oxygen", 15.999, 95, 1.332e-3),
        new(9, "F", "fluorine", 18.998403163, 115, 1.580e-3),
        new(10, "Ne", "neon", 20.1797, 137, 8.385e-4),
        new(11, "Na", "sodium", 22.98976928, 149, 0.971),
        new(12, "Mg", "magnesium", 24.305, 156, 1.74),
        new(13, "Al", "aluminium", 26.9815385, 166, 2.699),
        new(14, "Si", "silicon", 28.0855, 173, 2.329),
        new(15, "P", "phosphorus", 30.973761998, 173, 2.2),
        new(16, "S", "sulfur", 32.06, 180, 2.0),
        new(17, "Cl", "chlorine", 35.453, 174, 2.980e-3),
        new(18, "Ar", "argon", 39.948, 188, 1.662e-3),
        new(19, "K", "potassium", 39.0983, 190, 0.862),
        new(20, "Ca", "calcium", 40.078, 191, 1.55),
        new(21, "Sc", "scandium", 44.955908, 216, 2.989),
        new(22, "Ti", "titanium", 47.867, 233, 4.54),
        new(23, "V", "vanadium", 50.9415, 245, 6.11),
        new(24, "Cr", "chromium", 51.9961, 257, 7.18),
        new(25, "Mn", "manganese", 54.938044, 272, 7.44),
        new(26, "Fe", "iron", 55.845, 286, 7.874),
        new(27, "Co", "cobalt", 58.933194, 297, 8.9),
        new(28, "Ni", "nickel", 58.6934, 311, 8.902),
        new(29, "Cu", "copper", 63.546, 322, 8.96),
        new(30, "Zn", "zinc", 65.38, 330, 7.133),
        new(31, "Ga", "gallium", 69.723, 334, 5.904),
        new(32, "Ge", "germanium", 72.630, 350, 5.323),
        new(33, "As", "arsenic", 74.921595, 347, 5.73),
        new(34, "Se", "selenium", 78.971, 348, 4.5),
        new(35, "Br", "bromine", 79.904, 343, 7.072e-3),
        new(36, "Kr", "krypton", 83.798, 352, 3.489e-3),
        new(37, "Rb", "rubidium", 85.4678, 363, 1.532),
        new(38, "Sr", "strontium", 87.62, 366, 2.54),
        new(39, "Y", "yttrium", 88.90584, 379, 4.469),
        new(40, "Zr", "zirconium", 91.224, 393, 6.506),
        new(41, "Nb", "niobium", 92.90637, 417, 8.57),
        new(42, "Mo", "molybdenum", 95.95, 424, 10.22),
        new(44, "Ru", "ruthenium", 101.07, 441, 12.41),
        new(45, "Rh", "rhodium", 102.90550, 449, 12.41),
        new(46, "Pd", "palladium", 106.42, 470, 12.02),
        new(47, "Ag", "silver", 107.8682, 470, 10.5),
        new(48, "Cd", "cadmium", 112.414, 469, 8.65),
        new(49, "In", "indium", 114.818, 488, 7.31),
        new(50, "Sn", "tin", 118.710, 488, 7.31),
        new(51, "Sb", "antimony", 121.760, 487, 6.691),
        new(52, "Te", "tellurium", 127.60, 485, 6.24),
        new(53, "I", "iodine", 126.90447, 491, 4.93),
        new(54, "Xe", "xenon", 131.293, 482, 5.483e-3),
        new(55, "Cs", "caesium", 132.90545196, 488, 1.873),
        new(56, "Ba", "barium", 137.327, 491, 3.5),
        new(57, "La", "lanthanum", 138.90547, 501, 6.154),
        new(58, "Ce", "cerium", 140.116, 523, 6.657),
        new(59, "Pr", "praseodymium", 140.90766, 535, 6.71),
        new(60, "Nd", "neodymium", 144.242, 546, 6.9),
        new(62, "Sm", "samarium", 150.36, 574, 7.46),
        new(63, "Eu", "europium", 151.964, 580, 5.243),
        new(64, "Gd", "gadolinium", 157.25, 591, 7.9004),
        new(65, "Tb", "terbium", 158.92535, 614, 8.229),
        new(66, "Dy", "dysprosium", 162.500, 628, 8.55),
        new(67, "Ho", "holmium", 164.93033, 650, 8.795),
        new(68, "Er", "erbium", 167.259, 658, 9.066),
        new(69, "Tm", "thulium", 168.93422, 674, 9.321),
        new(70, "Yb", "ytterbium", 173.054, 684, 6.73),
        new(71, "Lu", "lutetium", 174.9668, 694, 9.84),
        new(72, "Hf", "hafnium", 178.49, 705, 13.31),
        new(73, "Ta", "tantalum", 180.94788, 718, 16.654),
        new(74, "W", "tungsten", 183.84, 727, 19.3),
        new(75, "Re", "rhenium", 186.207, 736, 21.02),
        new(76, "Os", "osmium", 190.23, 746, 22.57),
        new(77, "Ir", "iridium", 192.217, 757, 22.42),
        new(78, "Pt", "platinum", 195.084, 790, 21.45),
        new(79, "Au", "gold", 196.966569, 790, 19.32),
        new(80, "Hg", "mercury", 200.592, 800, 13.546),
        new(81, "Tl", "thallium", 204.38, 810, 11.72),
        new(82, "Pb", "lead", 207.2, 823, 11.35),
        new(83, "Bi", "bismuth", 208.98040, 823, 9.747),
        new(90, "Th", "thorium", 232.0377, 847, 11.72),
        new(92, "U", "uranium", 238.02891, 890, 18.95),
    ];

    private static readonly Dictionary<string, Element> BySymbol = Table.ToDictionary(element => element.Symbol);

    private static readonly Dictionary<string, Element> ByName =
        Table.ToDictionary(element => element.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All elements in order of atomic number.</summary>
    public static IReadOnlyList<Element> All => Table;

    /// <summary>Finds an element by symbol, as it is written (Co is cobalt, CO is none), or by English name, whatever the
    /// case.</summary>
    /// <param name="symbolOrName">For example <c>Pb</c> or <c>lead</c>.</param>
    /// <returns>The element, or null when there is none of that name.</returns>
    public static Element? Find(string symbolOrName)
    {
        ArgumentNullException.ThrowIfNull(symbolOrName);
        return BySymbol.GetValueOrDefault(symbolOrName) ?? ByName.GetValueOrDefault(symbolOrName);
    }

    /// <summary>The element with the given symbol or name.</summary>
    /// <param name="symbolOrName">For example <c>Pb</c> or <c>lead</c>.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentException">There is no such element.</exception>
    public static Element Get(string symbolOrName) =>
        Find(symbolOrName) ?? throw new ArgumentException($"unknown element '{symbolOrName}'", nameof(symbolOrName));
}
