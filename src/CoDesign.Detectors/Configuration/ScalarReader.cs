using System.Globalization;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;

namespace CoDesign.Detectors.Configuration;

/// <summary>Reads one scalar as its schema says; a failure is a sentence that begins "given X, must be".</summary>
internal static class ScalarReader
{
    /// <summary>The value, or null with the message of what is wrong.</summary>
    public static object? Read(SchemaNode schema, string text, out string error)
    {
        if (text.Length == 0)
        {
            error = $"given nothing, must be {Describe(schema)}";
            return null;
        }

        var (value, wanted) = schema switch
        {
            QuantitySchema quantity => Quantity(quantity, text),
            ExpressionSchema expression => Expression(expression, text),
            NumberSchema number => Number(number, text),
            IntegerSchema integer => Integer(integer, text),
            BooleanSchema => text is "true" or "false" ? (text == "true", "") : (null, "must be true or false"),
            TextSchema => (text, ""),
            ChoiceSchema choice => Choice(choice, text),
            _ => throw new InvalidOperationException($"{schema.GetType().Name} is not a scalar"),
        };
        error = value is null ? $"given {Shown(text)}, {wanted}" : "";
        return value;
    }

    /// <summary>What a scalar schema accepts, to follow "must be": "a length in (0 mm, 500 mm]".</summary>
    public static string Describe(SchemaNode schema) => schema switch
    {
        QuantitySchema quantity => Wanted(quantity.Dimension, quantity.Bounds),
        ExpressionSchema expression => Wanted(expression.Dimension, expression.Bounds),
        NumberSchema number => number.Bounds is { } bounds ? $"a number in {bounds}" : "a number",
        IntegerSchema { Bounds: { } bounds } when bounds.Minimum == bounds.Maximum => $"{bounds.Minimum}",
        IntegerSchema integer => integer.Bounds is { } bounds ? $"a whole number in {bounds}" : "a whole number",
        BooleanSchema => "true or false",
        TextSchema => "a text",
        ChoiceSchema choice => OneOf(choice.Options),
        ListSchema => "a list",
        _ => "a map of keys",
    };

    /// <summary>A text as far as a message shows it.</summary>
    public static string Shown(string text)
    {
        const int Longest = 80;
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..Longest]}... ({text.Length} characters)";
    }

    /// <summary>"a, b or c".</summary>
    public static string OneOf(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    /// <summary>What is wrong with a value of the wrong dimension, after "given X, ".</summary>
    public static string WrongDimension(Dimension wanted, Dimension given) =>
        wanted.IsNone
            ? $"must be a number without unit, not {given.Name}"
            : given.IsNone
                ? $"must be {wanted.Name} with a unit: {OneOf(wanted.SuggestedUnits)}"
                : $"must be {wanted.Name} ({OneOf(wanted.SuggestedUnits)}), not {given.Name}";

    private static string Wanted(Dimension? dimension, Bounds? bounds)
    {
        var name = dimension?.Name ?? "a quantity";
        return bounds is null ? name : $"{name} in {bounds}";
    }

    private static (object?, string) Quantity(QuantitySchema schema, string text)
    {
        if (!Physics.Quantity.TryParse(text, out var quantity, out var error))
        {
            return (null, $"must be {Wanted(schema.Dimension, schema.Bounds)}: {error}");
        }

        // Zero is the same in every unit.
        if (schema.Dimension is { } wanted && wanted != quantity.Dimension && !IsBareZero(quantity))
        {
            return (null, WrongDimension(wanted, quantity.Dimension));
        }

        return schema.Bounds?.Contains(quantity.Value) == false
            ? (null, $"must be in {schema.Bounds}")
            : (quantity, "");
    }

    private static (object?, string) Expression(ExpressionSchema schema, string text)
    {
        Expression expression;
        try
        {
            expression = Expressions.Expression.Parse(text);
            if (!expression.IsConstant)
            {
                return (expression, "");
            }

            var given = expression.DimensionOf(name => throw new ExpressionException(name));
            if (schema.Dimension is { } wanted && wanted != given
                && !(expression.Literal is { } literal && IsBareZero(literal)))
            {
                return (null, WrongDimension(wanted, given));
            }
        }
        catch (ExpressionException exception)
        {
            return (null, $"must be {Wanted(schema.Dimension, schema.Bounds)}: {exception.Message}");
        }

        var value = expression.Evaluate(_ => double.NaN);
        return schema.Bounds?.Contains(value) == false ? (null, $"must be in {schema.Bounds}") : (expression, "");
    }

    private static (object?, string) Number(NumberSchema schema, string text)
    {
        if (!Physics.Quantity.TryParse(text, out var quantity, out _))
        {
            return (null, $"must be {Describe(schema)}");
        }

        if (!quantity.Dimension.IsNone)
        {
            return (null, WrongDimension(Dimension.None, quantity.Dimension));
        }

        return schema.Bounds?.Contains(quantity.Value) == false
            ? (null, $"must be in {schema.Bounds}")
            : (quantity.Value, "");
    }

    private static (object?, string) Integer(IntegerSchema schema, string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            // 1e6 is a fair way to write a million.
            var isWhole = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number == Math.Floor(number) && Math.Abs(number) < 1L << 53;
            if (!isWhole)
            {
                return (null, $"must be {Describe(schema)}");
            }

            value = (long)number;
        }

        return schema.Bounds?.Contains(value) == false || Math.Abs(value) > int.MaxValue
            ? (null, schema.Bounds is null ? "must be below 2^31" : MustLieIn(schema.Bounds))
            : (value, "");
    }

    private static (object?, string) Choice(ChoiceSchema schema, string text) =>
        schema.Options.Contains(text)
            ? (text, "")
            : (null, $"must be {OneOf(schema.Options)}{NearMiss.Suffix(text, schema.Options)}");

    private static string MustLieIn(Bounds bounds) =>
        bounds.Minimum == bounds.Maximum ? $"must be {bounds.Minimum}" : $"must be in {bounds}";

    private static bool IsBareZero(Quantity quantity) => quantity.Value == 0 && quantity.Unit.Text.Length == 0;
}
