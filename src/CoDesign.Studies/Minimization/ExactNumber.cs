using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace CoDesign.Studies.Minimization;

/// <summary>A decimal number to the last digit that was written: Mantissa * 10^Exponent.</summary>
/// <param name="Mantissa">Without zeros at its end.</param>
/// <param name="Exponent">0 where the number is 0.</param>
internal readonly partial record struct ExactNumber(BigInteger Mantissa, int Exponent)
{
    // Far beyond what a number of 64 bits can be.
    private const int MostExponent = 100_000, MostDigits = 400;

    /// <summary>The nearest number of 64 bits.</summary>
    public double Value => double.Parse($"{Mantissa}e{Exponent}", CultureInfo.InvariantCulture);

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => Exponent >= 0;

    /// <summary>The number at the beginning of a text, in the form of quantities: "-1.5e3 mm" is -1500.</summary>
    /// <param name="text">A text that begins with a number.</param>
    public static ExactNumber AtStart(string text)
    {
        Match match = Number().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"{text} does not begin with a number");
        }

        string fraction = match.Groups["fraction"].Value;
        var mantissa = BigInteger.Parse($"0{match.Groups["whole"].Value}{fraction}", CultureInfo.InvariantCulture);
        var exponent = match.Groups["exponent"].Success
            ? BigInteger.Parse(match.Groups["exponent"].Value, CultureInfo.InvariantCulture) : BigInteger.Zero;
        return Normal(
            match.Groups["sign"].Value == "-" ? -mantissa : mantissa,
            (int)BigInteger.Clamp(exponent - fraction.Length, -MostExponent, MostExponent));
    }

    /// <summary>A number of 64 bits, as its shortest text.</summary>
    /// <param name="value">Finite.</param>
    public static ExactNumber Of(double value) => AtStart(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The product, to the last digit.</summary>
    /// <param name="factor">Another number.</param>
    public ExactNumber Times(ExactNumber factor) => Normal(Mantissa * factor.Mantissa, Exponent + factor.Exponent);

    /// <summary>Whether its distance to 0 is above a whole number.</summary>
    /// <param name="limit">Positive.</param>
    public bool IsBeyond(long limit) => Exponent > MostDigits
        || (Exponent >= 0 ? BigInteger.Abs(Mantissa) * BigInteger.Pow(10, Exponent) > limit : Math.Abs(Value) > limit);

    private static ExactNumber Normal(BigInteger mantissa, int exponent)
    {
        while (!mantissa.IsZero && (mantissa % 10).IsZero)
        {
            (mantissa, exponent) = (mantissa / 10, exponent + 1);
        }

        return new ExactNumber(mantissa, mantissa.IsZero ? 0 : exponent);
    }

    [GeneratedRegex(@"^\s*(?<sign>[-+]?)\s*(?=\.?[0-9])(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?:[eE](?<exponent>[-+]?[0-9]+))?")]
    private static partial Regex Number();
}
