using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>An interval that a value must lie in, written as in a message: "(0 mm, 500 mm]", "[0, inf)".</summary>
/// <remarks>A round bracket excludes the end; "inf" and "-inf" are open ends.</remarks>
public sealed class Bounds
{
    private readonly bool _includesMinimum;
    private readonly bool _includesMaximum;

    private Bounds(string text, double minimum, double maximum, Dimension dimension)
    {
        Text = text;
        Minimum = minimum;
        Maximum = maximum;
        Dimension = dimension;
        _includesMinimum = text[0] == '[';
        _includesMaximum = text[^1] == ']';
    }

    /// <summary>The interval as it was written.</summary>
    public string Text { get; }

    /// <summary>Lower end [internal units], or negative infinity.</summary>
    public double Minimum { get; }

    /// <summary>Upper end [internal units], or infinity.</summary>
    public double Maximum { get; }

    /// <summary>The dimension of both ends.</summary>
    public Dimension Dimension { get; }

    /// <summary>Reads an interval.</summary>
    /// <param name="text">Two quantities of the same dimension between brackets.</param>
    /// <exception cref="FormatException">The text is not an interval.</exception>
    public static Bounds Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim('(', ')', '[', ']').Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || text[0] is not ('(' or '[') || text[^1] is not (')' or ']'))
        {
            throw new FormatException($"'{text}' is not an interval");
        }

        var minimum = End(parts[0]);
        var maximum = End(parts[1]);
        var dimension = (minimum ?? maximum)?.Dimension ?? Dimension.None;
        if ((maximum ?? minimum)?.Dimension is { } other && other != dimension)
        {
            throw new FormatException($"the ends of '{text}' have different dimensions");
        }

        return new Bounds(
            text,
            minimum?.Value ?? double.NegativeInfinity,
            maximum?.Value ?? double.PositiveInfinity,
            dimension);
    }

    /// <summary>Whether a value lies inside.</summary>
    /// <param name="value">The value [internal units]; NaN lies nowhere.</param>
    public bool Contains(double value) =>
        (value > Minimum || (_includesMinimum && value == Minimum))
        && (value < Maximum || (_includesMaximum && value == Maximum));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static Quantity? End(string text) => text is "inf" or "-inf" ? null : Quantity.Parse(text);
}
