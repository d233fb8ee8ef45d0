namespace CoDesign.Physics;

/// <summary>Physical dimension: the exponents of a quantity over the base quantities of <see cref="Units"/>.</summary>
/// <remarks>
/// Exponents are doubles because noise densities have half-integer ones (V/sqrt(Hz)). Mass is energy time^2 / length^2.
/// Counts (photo-electrons, channels) and fractions are dimensionless: the default value. Money is a dimension whose
/// unit is the currency of the file; two currencies have the same dimension and must not be mixed.
/// </remarks>
public readonly record struct Dimension
{
    /// <summary>Dimensionless: counts, fractions, numbers.</summary>
    public static readonly Dimension None;
    /// <summary>Length [mm].</summary>
    public static readonly Dimension OfLength = new() { Length = 1 };
    /// <summary>Time [ns].</summary>
    public static readonly Dimension OfTime = new() { Time = 1 };
    /// <summary>Energy [MeV].</summary>
    public static readonly Dimension OfEnergy = new() { Energy = 1 };
    /// <summary>Electric charge [e].</summary>
    public static readonly Dimension OfCharge = new() { Charge = 1 };
    /// <summary>Temperature [K].</summary>
    public static readonly Dimension OfTemperature = new() { Temperature = 1 };
    /// <summary>Angle [rad].</summary>
    public static readonly Dimension OfAngle = new() { Angle = 1 };
    /// <summary>Money [the currency of the file].</summary>
    public static readonly Dimension OfMoney = new() { Money = 1 };

    /// <summary>Exponent of length.</summary>
    public double Length { get; init; }
    /// <summary>Exponent of time.</summary>
    public double Time { get; init; }
    /// <summary>Exponent of energy.</summary>
    public double Energy { get; init; }
    /// <summary>Exponent of charge.</summary>
    public double Charge { get; init; }
    /// <summary>Exponent of temperature.</summary>
    public double Temperature { get; init; }
    /// <summary>Exponent of angle.</summary>
    public double Angle { get; init; }
    /// <summary>Exponent of money.</summary>
    public double Money { get; init; }

    /// <summary>Whether this is a pure number.</summary>
    public bool IsNone => this == None;

    /// <summary>Name with the indefinite article where it has one: "a length", "a quantity in MeV*mm".</summary>
    public string Name => DimensionTable.Name(this);

    /// <summary>Name without article: "length", "number", "MeV*mm".</summary>
    public string ShortName => DimensionTable.ShortName(this);

    /// <summary>The unit in which values of this dimension are shown; empty for numbers.</summary>
    public Unit PreferredUnit => DimensionTable.Preferred(this);

    /// <summary>Units a user would choose from, preferred first; never empty except for numbers.</summary>
    public IReadOnlyList<string> SuggestedUnits => DimensionTable.Suggested(this);

    /// <summary>Dimension of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => Combine(a, b, 1);

    /// <summary>Dimension of a quotient.</summary>
    public static Dimension operator /(Dimension a, Dimension b) => Combine(a, b, -1);

    /// <summary>Dimension of the power of a quantity.</summary>
    /// <param name="exponent">Any finite exponent; 0.5 for a square root.</param>
    public Dimension Power(double exponent) => Combine(None, this, exponent);

    /// <inheritdoc/>
    public override string ToString() => ShortName;

    // Adding +0 keeps -0 out, which would be equal but print with a sign.
    private static Dimension Combine(Dimension a, Dimension b, double weight) => new()
    {
        Length = a.Length + weight * b.Length + 0.0,
        Time = a.Time + weight * b.Time + 0.0,
        Energy = a.Energy + weight * b.Energy + 0.0,
        Charge = a.Charge + weight * b.Charge + 0.0,
        Temperature = a.Temperature + weight * b.Temperature + 0.0,
        Angle = a.Angle + weight * b.Angle + 0.0,
        Money = a.Money + weight * b.Money + 0.0,
    };
}
