using System.Globalization;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Numbers;

/// <summary>Numbers as a reader should see them: rounded by their error, with sign, unit and exponent set as in print.
/// </summary>
/// <remarks>
/// Rounding follows the Particle Data Group (Review of Particle Physics, Introduction, sec. 5.3): of the three leading
/// digits
/// of the error, 100-354 keeps two, 355-949 keeps one, 950-999 rounds up to 1000 and keeps two.
/// </remarks>
public static class NumberText
{
    /// <summary>What stands in place of a value that is not finite.</summary>
    public const string Unavailable = "n/a";

    private const char Minus = '\u2212';
    private const char HardSpace = '\u00A0';
    private const char ThinSpace = '\u202F';
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Value and error with their unit: "7.93 ± 0.12 MeV".</summary>
    public static string WithError(MetricSummary metric) => WithError(metric.Value, metric.Error, metric.Unit);

    /// <summary>Value and error with their unit: "7.93 ± 0.12 MeV", "(1.20 ± 0.03) × 10⁷".</summary>
    /// <param name="value">Value; "n/a" when not finite.</param>
    /// <param name="error">Standard error; zero means exact, a value that is not finite is written as unknown.</param>
    /// <param name="unit">Unit, empty for a pure number.</param>
    public static string WithError(double value, double error, string unit = "")
    {
        if (!double.IsFinite(value))
        {
            return Unavailable;
        }

        if (!double.IsFinite(error))
        {
            return $"{Plain(value, unit)} (error unknown)";
        }

        // Rounding is no statistical error.
        if (Math.Abs(error) <= 1e-9 * Math.Abs(value))
        {
            return Plain(value, unit);
        }

        var size = Math.Max(Math.Abs(value), Math.Abs(error));
        var exponent = Exponent(size);
        if (exponent is >= 6 or <= -5)
        {
            var scale = Math.Pow(10, exponent);
            var decimals = Decimals(Math.Abs(error) / scale);
            var inner = $"{Fixed(value / scale, decimals)} ± {Fixed(Math.Abs(error) / scale, decimals)}";
            return Join($"({inner})", unit, exponent);
        }

        var places = Decimals(Math.Abs(error));
        return Join($"{Fixed(value, places)} ± {Fixed(Math.Abs(error), places)}", unit, 0, brackets: unit == "%");
    }

    /// <summary>Two values of one kind, rounded alike by the larger error: "9.11 → 7.86 MeV".</summary>
    public static string Pair(MetricSummary before, MetricSummary after)
    {
        int exponent = CommonExponent([before.Value, after.Value]);
        double power = Math.Pow(10, exponent);
        var error = Math.Max(Math.Abs(before.Error), Math.Abs(after.Error)) / power;
        var size = Math.Max(Math.Abs(before.Value), Math.Abs(after.Value)) / power;
        string Number(double value) => !double.IsFinite(value) ? Unavailable
            : double.IsFinite(error) && error > 0 && size >= 1e-3 ? Fixed(value / power, Decimals(error))
            : Plain(value / power, digits: 3);
        string pair = $"{Number(before.Value)} → {Number(after.Value)}";
        return double.IsFinite(after.Value) ? Join(pair, after.Unit, exponent, brackets: exponent != 0) : pair;
    }

    /// <summary>A fraction and its error as per cent: "(18.4 ± 1.2) %".</summary>
    public static string PercentWithError(double fraction, double error) => WithError(100 * fraction, 100 * error, "%");

    /// <summary>A value with a unit and so many significant digits, trailing zeros kept: "2.000 mm".</summary>
    public static string Plain(double value, string unit = "", int digits = 4)
    {
        if (!double.IsFinite(value))
        {
            return Unavailable;
        }

        if (value == 0)
        {
            return Join("0", unit, 0);
        }

        var exponent = Exponent(double.Parse(value.ToString($"E{digits - 1}"), CultureInfo.InvariantCulture));
        return exponent is >= 6 or <= -5
            ? Join(Fixed(value / Math.Pow(10, exponent), digits - 1), unit, exponent)
            : Join(Fixed(value, digits - 1 - exponent), unit, 0);
    }

    /// <summary>A value with at most two decimals and no trailing zeros: "0.5 T", "1000 mm".</summary>
    public static string Trimmed(double value, string unit = "") =>
        !double.IsFinite(value) || (value != 0 && Math.Abs(value) is < 0.1 or >= 1e6) ? Plain(value, unit, 3)
            : Join(Group(value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', Minus)), unit, 0);

    /// <summary>The power of ten to write before values of a row when the largest is too large or too small for plain
    /// numbers, else 0.</summary>
    public static int CommonExponent(IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        int exponent = largest > 0 ? Exponent(largest) : 0;
        return exponent is >= 6 or <= -4 ? exponent : 0;
    }

    /// <summary>"10⁻⁶ 1/mm".</summary>
    public static string PowerUnit(int exponent, string unit) => exponent == 0 ? unit
        : $"10{Superscript(exponent)}{HardSpace}{unit}".TrimEnd(HardSpace);

    /// <summary>A relative change in per cent, always with its sign: "+3.2 %".</summary>
    public static string Change(double fraction, int digits = 2)
    {
        if (!double.IsFinite(fraction))
        {
            return Unavailable;
        }

        var text = Plain(100 * fraction, "%", digits);
        return fraction > 0 ? $"+{text}" : text;
    }

    /// <summary>A count with thin spaces between thousands: "1 200 000".</summary>
    public static string Count(long count) =>
        count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ThinSpace).Replace('-', Minus);

    /// <summary>A duration: "42 s", "12 min 5 s", "3 h 20 min".</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return Unavailable;
        }

        if (seconds < 60)
        {
            return Plain(seconds, "s", 2);
        }

        var whole = (long)Math.Round(seconds);
        return whole < 3600
            ? $"{whole / 60}{HardSpace}min {whole % 60}{HardSpace}s"
            : $"{whole / 3600}{HardSpace}h {whole % 3600 / 60}{HardSpace}min";
    }

    private static string Superscript(int exponent) => (exponent < 0 ? "⁻" : "") + string.Concat(
        Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));

    private static int Decimals(double error)
    {
        var exponent = Exponent(error);
        var leading = (int)Math.Round(error / Math.Pow(10, exponent - 2));
        var digits = leading is >= 355 and < 950 ? 1 : 2;
        return digits - 1 - (leading >= 950 ? exponent + 1 : exponent);
    }

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));

    /// <summary>A number with so many decimals; negative for rounding before the point.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (decimals < 0)
        {
            var unit = Math.Pow(10, -decimals);
            value = Math.Round(value / unit) * unit;
        }

        var text = value.ToString($"F{Math.Clamp(decimals, 0, 15)}", CultureInfo.InvariantCulture);
        return Group(text.StartsWith('-') ? Minus + text[1..] : text);
    }

    /// <summary>Parts thousands by thin spaces from five digits on.</summary>
    private static string Group(string text)
    {
        var end = text.IndexOf('.');
        end = end < 0 ? text.Length : end;
        var start = text[0] == Minus ? 1 : 0;
        if (end - start < 5)
        {
            return text;
        }

        for (var i = end - 3; i > start; i -= 3)
        {
            text = text.Insert(i, ThinSpace.ToString());
        }

        return text;
    }

    private static string Join(string number, string unit, int exponent, bool brackets = false)
    {
        if (brackets)
        {
            number = $"({number})";
        }

        if (exponent != 0)
        {
            number = $"{number} × 10{Superscript(exponent)}";
        }

        return (unit.Length == 0 ? number : $"{number}{HardSpace}{unit}").Replace(" ± ", $"{HardSpace}±{HardSpace}");
    }
}
