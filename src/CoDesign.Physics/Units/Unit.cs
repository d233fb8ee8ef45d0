namespace CoDesign.Physics;

/// <summary>A unit as written: its text, its size in internal units and its dimension.</summary>
/// <param name="Text">The unit as it is written: "mm", "nV/sqrt(Hz)"; empty for a pure number.</param>
/// <param name="Factor">Value of one such unit in internal units (see <see cref="Units"/>), positive.</param>
/// <param name="Dimension">Its dimension.</param>
public readonly record struct Unit(string Text, double Factor, Dimension Dimension)
{
    /// <summary>The unit of pure numbers.</summary>
    public static readonly Unit One = new("", 1, Dimension.None);

    /// <summary>Reads a unit such as "mm", "1/MeV", "EUR/cm3", "nV/sqrt(Hz)", "GeV*mm" or "%".</summary>
    /// <param name="text">The unit; empty or "1" for a pure number.</param>
    /// <exception cref="FormatException">The text is not a unit; the message says what is wrong.</exception>
    public static Unit Parse(string text) =>
        UnitParser.TryParse(text, out var unit, out var error) ? unit : throw new FormatException(error);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
