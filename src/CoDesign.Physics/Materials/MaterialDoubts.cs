namespace CoDesign.Physics.Materials;

/// <summary>Reasons to doubt that a composition or a density is what was meant, with X0 in both readings. A common mistake
/// in descriptions of detectors is fractions of atoms where those of mass belong.</summary>
public static class MaterialDoubts
{
    // No compound but methane (25.1 %) has more hydrogen by mass; plastics have up to 14.4 %.
    private const double MostHydrogen = 0.2525;

    // Numbers of atoms of a formula: the smallest is at most LeastAtoms, the largest at most this for two elements and for
    // more, which seldom have such ratios by chance, and all are whole within a tolerance.
    private const int LeastAtoms = 4;
    private const int MostAtomsOfTwo = 6;
    private const int MostAtoms = 12;
    private const double RatioTolerance = 0.005;

    // What the elements make by their volumes is good to about a factor of two for a compound.
    private const double DensityFactor = 2.5;

    // Below this [g/cm3] what is made of elements of gases is taken for a gas.
    private const double GasDensity = 0.02;

    // Elements that are gases, and carbon and sulphur, which are parts of gases.
    private static readonly string[] OfGases = ["H", "He", "C", "N", "O", "F", "Ne", "S", "Cl", "Ar", "Kr", "Xe"];

    // Elements by whose bonds a material is a compound and no alloy.
    private static readonly string[] OfCompounds = ["H", "N", "O", "F", "S", "Cl", "Br", "I"];

    // Density [g/cm3] that elements of gases have in solids and liquids: liquid nobles as in the PDG; the others from the
    // volumes that polymers, oxides, nitrides, fluorides and chlorides leave to them.
    private static readonly Dictionary<string, double> Condensed = new()
    {
        { "H", 0.2 },
        { "He", 0.125 },
        { "N", 1.5 },
        { "O", 3 },
        { "F", 2.5 },
        { "Ne", 1.2 },
        { "Cl", 2.2 },
        { "Ar", 1.4 },
        { "Br", 3.1 },
        { "Kr", 2.4 },
        { "Xe", 2.95 },
    };

    /// <summary>Doubts in mass fractions: too much hydrogen, or ratios that are those of a chemical formula.</summary>
    /// <param name="densityGramPerCm3">Density [g/cm3].</param>
    /// <param name="fractions">Mass fractions by element.</param>
    /// <returns>Sentences; empty where there is no doubt.</returns>
    public static IReadOnlyList<string> OfMassFractions(
        double densityGramPerCm3, IReadOnlyDictionary<string, double> fractions)
    {
        if (fractions.Count < 2)
        {
            return [];
        }

        var given = Material.FromMassFractions("given", densityGramPerCm3, fractions);
        var other = Material.FromFormula("other", densityGramPerCm3, fractions);
        var readings = $"X0 is {Shown(given)} as given, {Shown(other)} if these are numbers of atoms (key formula)";
        var hydrogen = given.Composition.Where(c => c.Element.AtomicNumber == 1).Sum(c => c.MassFraction);
        if (hydrogen > MostHydrogen)
        {
            return [$"{100 * hydrogen:0.#} % of the mass is hydrogen, which no compound has; {readings}"];
        }

        return IsCompound(given) && LargestNumber(fractions.Values) is { } atoms
            && !(LargestNumber(Atoms(given)) < 2 * atoms)
            ? [$"the mass fractions are to each other as the atoms of a formula; {readings}"] : [];
    }

    /// <summary>Doubts in numbers of atoms: they add up to 1, and are a chemical formula as mass fractions only.</summary>
    /// <param name="densityGramPerCm3">Density [g/cm3].</param>
    /// <param name="atoms">Numbers of atoms by element.</param>
    /// <returns>Sentences; empty where there is no doubt.</returns>
    public static IReadOnlyList<string> OfFormula(double densityGramPerCm3, IReadOnlyDictionary<string, double> atoms)
    {
        if (atoms.Count < 2 || Math.Abs(atoms.Values.Sum() - 1) > 0.01 || LargestNumber(atoms.Values) is not null)
        {
            return [];
        }

        var given = Material.FromFormula("given", densityGramPerCm3, atoms);
        var other = Material.FromMassFractions("other", densityGramPerCm3, atoms);
        return LargestNumber(Atoms(other)) is not null && IsCompound(given)
            ? [$"the numbers of atoms add up to 1 and make a formula as mass fractions; X0 is {Shown(given)} as given, "
                + $"{Shown(other)} if these are mass fractions (key mass_fractions)"] : [];
    }

    /// <summary>Doubts in a density: far from what the elements, or the parts of a mixture, make.</summary>
    /// <param name="material">The material.</param>
    /// <returns>Sentences; empty where there is no doubt.</returns>
    public static IReadOnlyList<string> OfDensity(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var gases = material.Composition.Where(c => OfGases.Contains(c.Element.Symbol)).Sum(c => c.MassFraction);
        var density = material.DensityGramPerCm3;
        if (density < GasDensity && gases > 0.5)
        {
            return [];
        }

        var expected = 1 / material.Composition.Sum(c => c.MassFraction / Density(c.Element, material.Composition.Count));
        if (density < DensityFactor * expected && density > expected / DensityFactor)
        {
            return [];
        }

        var x0 = material.RadiationLengthGramPerCm2 / expected * Units.Cm;
        return [$"the density of {density:G4} g/cm3 is far from the {expected:G2} g/cm3 that the elements make about; X0 is "
            + $"{Shown(material)} at that density, about {x0:G2} mm at what the elements make"];
    }

    // Hydrogen by itself is a liquid that is much lighter than in compounds.
    private static double Density(Element element, int elements) =>
        element.AtomicNumber == 1 && elements == 1 ? 0.0708
        : Condensed.TryGetValue(element.Symbol, out var density) ? density : element.DensityGramPerCm3;

    private static IEnumerable<double> Atoms(Material material) =>
        material.Composition.Select(c => c.MassFraction / c.Element.AtomicMassGramPerMole);

    private static bool IsCompound(Material material) =>
        material.Composition.Any(c => OfCompounds.Contains(c.Element.Symbol));

    // The largest of the smallest whole numbers that amounts are to each other as; null where these are no formula's.
    private static double? LargestNumber(IEnumerable<double> amounts)
    {
        double[] all = [.. amounts];
        double least = all.Min(), most = all.Length == 2 ? MostAtomsOfTwo : MostAtoms;
        for (var first = 1; first <= LeastAtoms; first++)
        {
            double[] atoms = [.. all.Select(amount => first * amount / least)];
            if (Math.Round(atoms.Max()) <= most
                && atoms.All(n => Math.Abs(n - Math.Round(n)) <= RatioTolerance * n))
            {
                return Math.Round(atoms.Max());
            }
        }

        return null;
    }

    private static string Shown(Material material) => $"{material.RadiationLength:G4} mm";
}
