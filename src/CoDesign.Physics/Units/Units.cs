namespace CoDesign.Physics;

/// <summary>The CLHEP system of units: mm, ns, MeV, positron charge, kelvin and radian are 1.</summary>
/// <remarks>
/// Multiply on the way in (<c>3 * Units.Cm</c>), divide on the way out (<c>x0 / Units.Cm</c>).
/// The system of Geant4 and hepunits, so a number from either needs no factor. SI 2019 exact values where they exist.
/// </remarks>
public static class Units
{
    /// <summary>Millimetre, the unit of length.</summary>
    public const double Mm = 1;
    /// <summary>Nanosecond, the unit of time.</summary>
    public const double Ns = 1;
    /// <summary>Megaelectronvolt, the unit of energy.</summary>
    public const double MeV = 1;
    /// <summary>Charge of the positron, the unit of charge.</summary>
    public const double ElementaryCharge = 1;
    /// <summary>Kelvin, the unit of temperature.</summary>
    public const double Kelvin = 1;
    /// <summary>Radian, the unit of angle.</summary>
    public const double Radian = 1;
    /// <summary>Mole, the unit of amount.</summary>
    public const double Mole = 1;

    /// <summary>Nanometre.</summary>
    public const double Nm = 1e-6 * Mm;
    /// <summary>Micrometre.</summary>
    public const double Um = 1e-3 * Mm;
    /// <summary>Centimetre.</summary>
    public const double Cm = 10 * Mm;
    /// <summary>Metre.</summary>
    public const double Metre = 1000 * Mm;
    /// <summary>Square millimetre.</summary>
    public const double Mm2 = Mm * Mm;
    /// <summary>Square centimetre.</summary>
    public const double Cm2 = Cm * Cm;
    /// <summary>Square metre.</summary>
    public const double Metre2 = Metre * Metre;
    /// <summary>Cubic centimetre.</summary>
    public const double Cm3 = Cm * Cm * Cm;
    /// <summary>Cubic metre.</summary>
    public const double Metre3 = Metre * Metre * Metre;

    /// <summary>Picosecond.</summary>
    public const double Ps = 1e-3 * Ns;
    /// <summary>Microsecond.</summary>
    public const double Us = 1e3 * Ns;
    /// <summary>Second.</summary>
    public const double Second = 1e9 * Ns;
    /// <summary>Hertz.</summary>
    public const double Hz = 1 / Second;

    /// <summary>Electronvolt.</summary>
    public const double EV = 1e-6 * MeV;
    /// <summary>Kiloelectronvolt.</summary>
    public const double KeV = 1e-3 * MeV;
    /// <summary>Gigaelectronvolt.</summary>
    public const double GeV = 1e3 * MeV;
    /// <summary>Teraelectronvolt.</summary>
    public const double TeV = 1e6 * MeV;
    /// <summary>Joule: 1 eV = 1.602176634e-19 J (SI 2019, exact).</summary>
    public const double Joule = EV / 1.602176634e-19;
    /// <summary>Watt.</summary>
    public const double Watt = Joule / Second;

    /// <summary>Kilogram: J s2/m2.</summary>
    public const double Kg = Joule * Second * Second / (Metre * Metre);
    /// <summary>Gram.</summary>
    public const double Gram = 1e-3 * Kg;

    /// <summary>Coulomb: e = 1.602176634e-19 C (SI 2019, exact).</summary>
    public const double Coulomb = ElementaryCharge / 1.602176634e-19;
    /// <summary>Ampere.</summary>
    public const double Ampere = Coulomb / Second;
    /// <summary>Volt.</summary>
    public const double Volt = 1e-6 * MeV / ElementaryCharge;
    /// <summary>Ohm.</summary>
    public const double Ohm = Volt / Ampere;
    /// <summary>Farad.</summary>
    public const double Farad = Coulomb / Volt;
    /// <summary>Tesla.</summary>
    public const double Tesla = Volt * Second / Metre2;

    /// <summary>Degree.</summary>
    public const double Degree = Math.PI / 180;
    /// <summary>Per cent.</summary>
    public const double Percent = 0.01;
}
