namespace CoDesign.Physics.Materials;

/// <summary>A chemical element in its natural isotope mixture.</summary>
public sealed record Element
{
    internal Element(
        int atomicNumber, string symbol, string name, double atomicMass, double excitationEV, double densityGramPerCm3)
    {
        AtomicNumber = atomicNumber;
        Symbol = symbol;
        Name = name;
        AtomicMassGramPerMole = atomicMass;
        MeanExcitationEnergy = excitationEV * Units.EV;
        DensityGramPerCm3 = densityGramPerCm3;
    }

    /// <summary>Atomic number Z.</summary>
    public int AtomicNumber { get; }

    /// <summary>Chemical symbol.</summary>
    public string Symbol { get; }

    /// <summary>English name, lower case.</summary>
    public string Name { get; }

    /// <summary>Atomic mass A [g/mol].</summary>
    public double AtomicMassGramPerMole { get; }

    /// <summary>Mean excitation energy I of the element in its usual form [MeV]; ICRU Report 37.</summary>
    public double MeanExcitationEnergy { get; }

    /// <summary>Density at room temperature and 1 atm [g/cm3].</summary>
    public double DensityGramPerCm3 { get; }

    /// <summary>Atomic number over atomic mass Z/A [mol/g].</summary>
    public double ZOverA => AtomicNumber / AtomicMassGramPerMole;

    /// <summary>Radiation length of Tsai's formula [g/cm2].</summary>
    public double RadiationLengthGramPerCm2 => NuclearData.RadiationLength(AtomicNumber, AtomicMassGramPerMole);

    /// <summary>Nuclear interaction length [g/cm2]: PDG where listed, else interpolated in A.</summary>
    public double NuclearInteractionLengthGramPerCm2 =>
        NuclearData.InteractionLength(AtomicNumber, AtomicMassGramPerMole);
}
