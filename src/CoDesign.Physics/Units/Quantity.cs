using System.Globalization;

namespace CoDesign.Physics;

/// <summary>A number with a unit.</summary>
/// <param name="Value">The value in internal units (see <see cref="Units"/>).</param>
/// <param name="Unit">The unit in which it was written, used to show it.</param>
public readonly record struct Quantity(double Value, Unit Unit)
{
    /// <summary>The dimension of the quantity.</summary>
    public Dimension Dimension => Unit.Dimension;

    /// <summary>Reads a quantity such as "3 mm", "-0.5 nV/sqrt(Hz)", "3 1/MeV", "5 %" or "12".</summary>
    /// <exception cref="FormatException">The text is not a quantity; the message says what is wrong.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity, out var error) ? quantity : throw new FormatException(error);

    /// <summary>Reads a quantity without throwing.</summary>
    /// <param name="text">A number, optionally signed, then a unit unless it is a pure number.</param>
    /// <param name="quantity">The quantity read.</param>
    /// <param name="error">What is wrong with the text; empty on success.</param>
    public static bool TryParse(string text, out Quantity quantity, out string error)
    {
        quantity = default;
        var start = UnitParser.SkipSpace(text, 0);
        var sign = 1.0;
        if (start < text.Length && text[start] is '-' or '+')
        {
            sign = text[start] == '-' ? -1 : 1;
            start = UnitParser.SkipSpace(text, start + 1);
        }

        if (!UnitParser.ScanNumber(text, start, out var end, out var number))
        {
            error = $"'{text}' does not begin with a number";
            return false;
        }

        if (!UnitParser.TryParse(text[end..], out var unit, out error))
        {
            return false;
        }

        quantity = new Quantity(sign * number * unit.Factor, unit);
        return true;
    }

    /// <summary>Shows a value in a unit: <c>Format(3, mm)</c> is "3 mm".</summary>
    /// <param name="value">The value in internal units.</param>
    /// <param name="unit">The unit to show it in.</param>
    /// <param name="digits">Significant digits, 1 to 17.</param>
    public static string Format(double value, Unit unit, int digits = 6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 17);
        // Division leaves an error in the last bit (0.03 EUR/cm3 must not print as 0.030000000000000002).
        var number = (value / unit.Factor).ToString("G" + digits, CultureInfo.InvariantCulture);
        return unit.Text.Length == 0 ? number : $"{number} {unit.Text}";
    }

    /// <summary>Shows a value in a unit given by its text.</summary>
    /// <param name="value">The value in internal units.</param>
    /// <param name="unit">The unit, as <see cref="Unit.Parse"/> reads it.</param>
    /// <exception cref="FormatException">The unit cannot be read.</exception>
    public static string Format(double value, string unit) => Format(value, Unit.Parse(unit));

    /// <summary>The quantity in the unit it was written in, to six digits.</summary>
    public override string ToString() => Format(Value, Unit);
}
