namespace CoDesign.Physics.Materials;

public sealed partial record Material
{
    // Mean excitation energies of elements in condensed compounds [eV]. Elements not listed take 1.13 times their own.
    // Source: ICRU Report 37 (1984), table 2.11 (solids and liquids); gases keep the energy of the element.
    private static readonly Dictionary<int, double> CondensedExcitationEV = new()
    {
        { 1, 19.2 }, { 6, 81 }, { 7, 82 }, { 8, 106 }, { 9, 112 }, { 17, 180 },
    };

    /// <summary>A compound or mixture by mass fractions of elements.</summary>
    /// <param name="name">Name.</param>
    /// <param name="densityGramPerCm3">Density [g/cm3], positive.</param>
    /// <param name="fractions">Symbol or name of each element and its mass fraction, positive; scaled to add up to
    /// 1.</param>
    /// <param name="state">State of matter.</param>
    /// <param name="meanExcitationEnergy">I [MeV] when known; else Bragg's rule with the values of ICRU Report
    /// 37.</param>
    /// <returns>The material; see <see cref="MakeFromElements"/> for what is computed and how well.</returns>
    /// <exception cref="ArgumentException">An element is unknown, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive, or the sum is off 1 by
    /// over 1 %.</exception>
    public static Material FromMassFractions(
        string name,
        double densityGramPerCm3,
        IReadOnlyDictionary<string, double> fractions,
        MaterialState state = MaterialState.Solid,
        double? meanExcitationEnergy = null)
    {
        ArgumentNullException.ThrowIfNull(fractions);
        var sum = fractions.Values.Sum();
        if (Math.Abs(sum - 1) > 0.01)
        {
            throw new ArgumentOutOfRangeException(
                nameof(fractions), sum, $"mass fractions of {name} add up to {sum}, must be 1 within 1 %");
        }

        var composition = Merge(fractions.Select(f => (PeriodicTable.Get(f.Key), f.Value)), name);
        return MakeFromElements(name, densityGramPerCm3, composition, state, meanExcitationEnergy);
    }

    /// <summary>A compound by numbers of atoms.</summary>
    /// <param name="name">Name.</param>
    /// <param name="densityGramPerCm3">Density [g/cm3], positive.</param>
    /// <param name="atoms">Symbol or name of each element and its number of atoms, positive.</param>
    /// <param name="state">State of matter.</param>
    /// <param name="meanExcitationEnergy">I [MeV] when known; else Bragg's rule with the values of ICRU Report
    /// 37.</param>
    /// <returns>The material; see <see cref="MakeFromElements"/> for what is computed and how well.</returns>
    /// <exception cref="ArgumentException">An element is unknown, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static Material FromFormula(
        string name,
        double densityGramPerCm3,
        IReadOnlyDictionary<string, double> atoms,
        MaterialState state = MaterialState.Solid,
        double? meanExcitationEnergy = null)
    {
        ArgumentNullException.ThrowIfNull(atoms);
        var masses = atoms.Select(a => (Element: PeriodicTable.Get(a.Key), Count: a.Value))
            .Select(a => (a.Element, a.Count * a.Element.AtomicMassGramPerMole));
        return MakeFromElements(name, densityGramPerCm3, Merge(masses, name), state, meanExcitationEnergy);
    }

    /// <summary>A mixture of materials by mass, such as an alloy of metals or a loaded plastic.</summary>
    /// <param name="name">Name.</param>
    /// <param name="densityGramPerCm3">Density of the mixture [g/cm3], positive.</param>
    /// <param name="parts">Materials and their mass fractions, positive; scaled to add up to 1.</param>
    /// <param name="state">State of matter.</param>
    /// <param name="meanExcitationEnergy">I [MeV] when known; else Bragg's rule over the parts.</param>
    /// <returns>
    /// The material. Inverse lengths add by mass, dE/dx adds by mass, ln I by number of electrons, so the bonds of the
    /// parts are kept; the critical energy is solved from these.
    /// </returns>
    /// <exception cref="ArgumentException">There is no part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static Material FromMaterialMasses(
        string name,
        double densityGramPerCm3,
        IReadOnlyList<(Material Material, double MassFraction)> parts,
        MaterialState state = MaterialState.Solid,
        double? meanExcitationEnergy = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(densityGramPerCm3);
        var elements = parts.SelectMany(
            p => p.Material.Composition.Select(c => (c.Element, p.MassFraction * c.MassFraction)));
        var composition = Merge(elements, name);
        var total = parts.Sum(p => p.MassFraction);
        var electrons = parts.Sum(p => p.MassFraction * p.Material.ZOverA);
        var excitation = meanExcitationEnergy ?? Math.Exp(
            parts.Sum(p => p.MassFraction * p.Material.ZOverA * Math.Log(p.Material.MeanExcitationEnergy)) / electrons);
        var x0 = total / parts.Sum(p => p.MassFraction / p.Material.RadiationLengthGramPerCm2);
        var loss = new StoppingPower(densityGramPerCm3, electrons / total, excitation, state);
        return new Material
        {
            Name = name,
            State = state,
            DensityGramPerCm3 = densityGramPerCm3,
            Composition = composition,
            RadiationLengthGramPerCm2 = x0,
            NuclearInteractionLengthGramPerCm2 =
                total / parts.Sum(p => p.MassFraction / p.Material.NuclearInteractionLengthGramPerCm2),
            MinimumEnergyLossMeVCm2PerGram =
                parts.Sum(p => p.MassFraction * p.Material.MinimumEnergyLossMeVCm2PerGram) / total,
            CriticalEnergy = loss.CriticalEnergy(x0),
            MeanExcitationEnergy = excitation,
            Source = "computed from a mixture of " + string.Join(", ", parts.Select(p => p.Material.Name)),
        };
    }

    /// <summary>A mixture of materials by volume; the density follows if volumes add.</summary>
    /// <param name="name">Name.</param>
    /// <param name="parts">Materials and their volume fractions, positive; scaled to add up to 1.</param>
    /// <param name="state">State of matter.</param>
    /// <returns>The material, as from <see cref="FromMaterialMasses"/>.</returns>
    /// <exception cref="ArgumentException">There is no part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A fraction is not positive.</exception>
    public static Material FromMaterialVolumes(
        string name,
        IReadOnlyList<(Material Material, double VolumeFraction)> parts,
        MaterialState state = MaterialState.Solid)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var masses = parts.Select(p => (p.Material, p.VolumeFraction * p.Material.DensityGramPerCm3)).ToArray();
        var density = masses.Sum(p => p.Item2) / parts.Sum(p => p.VolumeFraction);
        return FromMaterialMasses(name, density, masses, state);
    }

    /// <summary>A material with everything computed from its elements.</summary>
    /// <param name="name">Name.</param>
    /// <param name="densityGramPerCm3">Density [g/cm3], positive.</param>
    /// <param name="composition">Elements and mass fractions that add up to 1.</param>
    /// <param name="state">State of matter.</param>
    /// <param name="meanExcitationEnergy">I [MeV] when known.</param>
    /// <returns>
    /// The material. X0 and lambda_I: inverse lengths of the elements add by mass. I: Bragg's rule. dE/dx and Ec:
    /// <see cref="Materials.StoppingPower"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static Material MakeFromElements(
        string name,
        double densityGramPerCm3,
        IReadOnlyList<ElementFraction> composition,
        MaterialState state,
        double? meanExcitationEnergy = null)
    {
        ArgumentNullException.ThrowIfNull(composition);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(densityGramPerCm3);
        var zOverA = composition.Sum(c => c.MassFraction * c.Element.ZOverA);
        var excitation = meanExcitationEnergy ?? BraggExcitation(composition, state);
        var x0 = 1 / composition.Sum(c => c.MassFraction / c.Element.RadiationLengthGramPerCm2);
        var loss = new StoppingPower(densityGramPerCm3, zOverA, excitation, state);
        return new Material
        {
            Name = name,
            State = state,
            DensityGramPerCm3 = densityGramPerCm3,
            Composition = composition,
            RadiationLengthGramPerCm2 = x0,
            NuclearInteractionLengthGramPerCm2 =
                1 / composition.Sum(c => c.MassFraction / c.Element.NuclearInteractionLengthGramPerCm2),
            MinimumEnergyLossMeVCm2PerGram = loss.MinimumMeVCm2PerGram(),
            CriticalEnergy = loss.CriticalEnergy(x0),
            MeanExcitationEnergy = excitation,
            Source = "computed from the elements",
        };
    }

    private static double BraggExcitation(IReadOnlyList<ElementFraction> composition, MaterialState state)
    {
        if (composition.Count == 1)
        {
            return composition[0].Element.MeanExcitationEnergy;
        }

        double logs = 0, electrons = 0;
        foreach (var (element, fraction) in composition)
        {
            var excitation = state == MaterialState.Gas
                ? element.MeanExcitationEnergy
                : CondensedExcitationEV.TryGetValue(element.AtomicNumber, out var listed)
                    ? listed * Units.EV
                    : 1.13 * element.MeanExcitationEnergy;
            logs += fraction * element.ZOverA * Math.Log(excitation);
            electrons += fraction * element.ZOverA;
        }

        return Math.Exp(logs / electrons);
    }

    private static ElementFraction[] Merge(IEnumerable<(Element Element, double Mass)> masses, string name)
    {
        var sums = new SortedDictionary<int, (Element Element, double Mass)>();
        foreach (var (element, mass) in masses)
        {
            if (!(mass > 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(masses), mass, $"{element.Name} in {name}: an amount must be positive");
            }

            var before = sums.TryGetValue(element.AtomicNumber, out var entry) ? entry.Mass : 0;
            sums[element.AtomicNumber] = (element, before + mass);
        }

        if (sums.Count == 0)
        {
            throw new ArgumentException($"{name} has no elements", nameof(masses));
        }

        var total = sums.Values.Sum(s => s.Mass);
        return [.. sums.Values.Select(s => new ElementFraction(s.Element, s.Mass / total))];
    }
}
