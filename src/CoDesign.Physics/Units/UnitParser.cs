using System.Globalization;

namespace CoDesign.Physics;

/// <summary>
/// Reads units: symbols with prefixes, powers (cm2, cm^2, s^-1), products, quotients, sqrt and parentheses.
/// </summary>
/// <remarks>
/// unit := factor (('*' | '/') factor)*;
/// factor := symbol power? | 'sqrt' '(' unit ')' power? | '(' unit ')' power?; a leading '1/' is allowed.
/// A quotient is read from left to right: a/b*c is (a/b)*c, as in a formula.
/// </remarks>
public static class UnitParser
{
    private static readonly string[] Currencies = ["EUR", "USD", "CHF"];

    /// <summary>Reads a text that is a unit and nothing else.</summary>
    /// <param name="text">The unit; empty for a pure number.</param>
    /// <param name="unit">The unit read.</param>
    /// <param name="error">What is wrong with the text; empty on success.</param>
    public static bool TryParse(string text, out Unit unit, out string error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        error = "";
        if (trimmed.Length == 0)
        {
            unit = Unit.One;
            return true;
        }

        if (TryParseLongest(trimmed, 0, out unit, out var end) && end == trimmed.Length)
        {
            return true;
        }

        error = $"'{trimmed}' is not a unit";
        return false;
    }

    /// <summary>
    /// Reads the longest unit that begins at a position, as it stands after a number in an expression.
    /// </summary>
    /// <param name="text">The text around it.</param>
    /// <param name="start">Where the unit begins, after white space.</param>
    /// <param name="unit">The unit; its text is the part of <paramref name="text"/> that was read.</param>
    /// <param name="end">The position after the unit; equal to <paramref name="start"/> if there is none.</param>
    /// <returns>Whether a unit begins there. "1" alone is a number, so only "1/unit" counts.</returns>
    public static bool TryParseLongest(string text, int start, out Unit unit, out int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        end = start;
        unit = Unit.One;
        var position = start;
        if (!TryFactor(text, ref position, out var factor, out var dimension))
        {
            position = start;
            if (!TryLeadingOne(text, ref position))
            {
                return false;
            }

            factor = 1;
            dimension = Dimension.None;
        }

        while (true)
        {
            end = position;
            var next = SkipSpace(text, position);
            if (next >= text.Length || text[next] is not ('*' or '/'))
            {
                break;
            }

            var divide = text[next] == '/';
            next = SkipSpace(text, next + 1);
            if (!TryFactor(text, ref next, out var other, out var otherDimension))
            {
                break;
            }

            factor = divide ? factor / other : factor * other;
            dimension = divide ? dimension / otherDimension : dimension * otherDimension;
            position = next;
        }

        unit = new Unit(text[start..end], factor, dimension);
        return true;
    }

    /// <summary>Whether a name is read as a unit ("mm", "cm2", "T"), so that it cannot name a parameter.</summary>
    public static bool IsUnit(string name) =>
        TryParseLongest(name, 0, out _, out var end) && end == name.Length && name.Length > 0;

    /// <summary>The currencies (EUR, USD, CHF) in a unit text, in order of first use.</summary>
    public static IReadOnlyList<string> CurrenciesIn(string unit) =>
        [.. Currencies.Where(currency => unit.Contains(currency, StringComparison.Ordinal))];

    /// <summary>Reads an unsigned decimal number with optional fraction and exponent.</summary>
    /// <param name="text">The text around it.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">The position after it.</param>
    /// <param name="value">Its value, finite.</param>
    public static bool ScanNumber(string text, int start, out int end, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        end = ScanDigits(text, start);
        var digits = end - start;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = ScanDigits(text, end + 1);
            digits += fraction - end - 1;
            end = fraction;
        }

        value = 0;
        if (digits == 0)
        {
            end = start;
            return false;
        }

        // "2e" is two elementary charges; an exponent needs digits.
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            exponent += exponent < text.Length && text[exponent] is '+' or '-' ? 1 : 0;
            var last = ScanDigits(text, exponent);
            end = last > exponent ? last : end;
        }

        value = double.Parse(text.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value);
    }

    /// <summary>The first position at or after <paramref name="start"/> that is not white space.</summary>
    public static int SkipSpace(string text, int start)
    {
        ArgumentNullException.ThrowIfNull(text);
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static int ScanDigits(string text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool TryLeadingOne(string text, ref int position)
    {
        if (!ScanNumber(text, position, out var end, out var value) || value != 1)
        {
            return false;
        }

        var slash = SkipSpace(text, end);
        if (slash >= text.Length || text[slash] != '/')
        {
            return false;
        }

        var probe = SkipSpace(text, slash + 1);
        position = end;
        return TryFactor(text, ref probe, out _, out _);
    }

    private static bool TryFactor(string text, ref int position, out double factor, out Dimension dimension)
    {
        factor = 1;
        dimension = Dimension.None;
        if (position >= text.Length)
        {
            return false;
        }

        var next = position;
        if (text[next] == '%')
        {
            next++;
            factor = Units.Percent;
        }
        else if (text[next] == '(' || IsSquareRoot(text, next))
        {
            var root = text[next] != '(';
            next = root ? text.IndexOf('(', next) : next;
            next = SkipSpace(text, next + 1);
            if (!TryParseLongest(text, next, out var inner, out var end))
            {
                return false;
            }

            end = SkipSpace(text, end);
            if (end >= text.Length || text[end] != ')')
            {
                return false;
            }

            next = end + 1;
            factor = root ? Math.Sqrt(inner.Factor) : inner.Factor;
            dimension = root ? inner.Dimension.Power(0.5) : inner.Dimension;
        }
        else if (!TrySymbol(text, ref next, out factor, out dimension))
        {
            return false;
        }

        ApplyPower(text, ref next, ref factor, ref dimension);
        position = next;
        return true;
    }

    private static bool IsSquareRoot(string text, int start)
    {
        if (string.CompareOrdinal(text, start, "sqrt", 0, 4) != 0)
        {
            return false;
        }

        var open = SkipSpace(text, start + 4);
        return open < text.Length && text[open] == '(';
    }

    private static bool TrySymbol(string text, ref int position, out double factor, out Dimension dimension)
    {
        var end = position;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        factor = 1;
        dimension = Dimension.None;
        var digits = ScanDigits(text, end);
        var next = digits < text.Length ? text[digits] : ' ';
        if (next == '_' || char.IsLetter(next) || !UnitTable.TryGet(text[position..end], out var unit))
        {
            return false;
        }

        var power = digits > end ? int.Parse(text.AsSpan(end, digits - end), CultureInfo.InvariantCulture) : 1;
        factor = power == 1 ? unit.Factor : Math.Pow(unit.Factor, power);
        dimension = unit.Dimension.Power(power);
        position = digits;
        return true;
    }

    // The power belongs to the unit: "2 mm^2" is two square millimetres.
    private static void ApplyPower(string text, ref int position, ref double factor, ref Dimension dimension)
    {
        var next = SkipSpace(text, position);
        if (next >= text.Length || text[next] != '^')
        {
            return;
        }

        next = SkipSpace(text, next + 1);
        var sign = next < text.Length && text[next] == '-' ? -1 : 1;
        next += sign < 0 ? 1 : 0;
        if (ScanNumber(text, next, out var end, out var power))
        {
            factor = Math.Pow(factor, sign * power);
            dimension = dimension.Power(sign * power);
            position = end;
        }
    }
}
