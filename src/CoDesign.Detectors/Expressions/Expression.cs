using System.Diagnostics;
using CoDesign.Physics;
using TorchSharp;

namespace CoDesign.Detectors.Expressions;

/// <summary>A formula of named quantities as written in a file: "2 * gap + 1 mm".</summary>
/// <remarks>
/// Numbers carry units, and a unit belongs to its number: 6 / 2 mm is 6 / (2 mm). Operators + - * / ^ and unary minus
/// with the usual precedence; ^ binds to the right. Functions: sqrt exp log abs round floor ceil of one argument,
/// min and max of two or more. A name that is a unit symbol stands for that unit, so no parameter can have one.
/// </remarks>
public sealed class Expression
{
    private readonly ExpressionNode _root;

    private Expression(string text, ExpressionNode root)
    {
        Text = text;
        _root = root;
        var names = new List<string>();
        CollectNames(root, names);
        Names = [.. names.Distinct()];
        var currencies = new List<string>();
        CollectCurrencies(root, currencies);
        Currencies = [.. currencies.Distinct()];
    }

    /// <summary>The text it was read from, trimmed.</summary>
    public string Text { get; }

    /// <summary>The names it refers to, each once, in order of appearance.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The currencies (EUR, USD, CHF) its numbers use, each once.</summary>
    public IReadOnlyList<string> Currencies { get; }

    /// <summary>Whether it refers to no name.</summary>
    public bool IsConstant => Names.Count == 0;

    /// <summary>The value and unit if the text is a single quantity such as "3 mm" or "-3 mm"; else null.</summary>
    public Quantity? Literal => _root switch
    {
        NumberNode number => new Quantity(number.Value, number.Unit),
        NegationNode { Operand: NumberNode number } => new Quantity(-number.Value, number.Unit),
        _ => null,
    };

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ExpressionException">The text is not an expression; the message says where.</exception>
    public static Expression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return new Expression(trimmed, new ExpressionParser(trimmed).ParseAll());
    }

    /// <summary>
    /// Whether a name can be referred to: letters, digits, underscores, and neither a unit nor a function.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="reason">Why it cannot; empty if it can.</param>
    public static bool IsValidName(string name, out string reason)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Length > 0 && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        reason = !plain ? "a name consists of letters, digits and underscores and does not begin with a digit"
            : ExpressionParser.IsFunction(name) ? $"{name} is a function"
            : UnitParser.IsUnit(name) ? $"{name} is the symbol of a unit"
            : "";
        return reason.Length == 0;
    }

    /// <summary>Works out the dimension.</summary>
    /// <param name="lookup">
    /// The dimension of a name; throws <see cref="ExpressionException"/> for an unknown one.
    /// </param>
    /// <exception cref="ExpressionException">Dimensions do not fit ("2 mm + 3 ns"); the message says which.</exception>
    public Dimension DimensionOf(Func<string, Dimension> lookup) => DimensionAnalysis.Of(_root, Text, lookup);

    /// <summary>Evaluates to a double in internal units.</summary>
    /// <param name="lookup">The value of a name, in internal units.</param>
    public double Evaluate(Func<string, double> lookup) => Evaluate<double, DoubleArithmetic>(_root, default, lookup);

    /// <summary>
    /// Evaluates to a float64 scalar in internal units, with the gradient of the values it refers to.
    /// </summary>
    /// <param name="lookup">The value of a name: float64 scalar [internal units].</param>
    /// <param name="device">Where constants are made; that of the values.</param>
    /// <remarks>round, floor and ceil have gradient zero; abs, min and max that of the branch taken.</remarks>
    public torch.Tensor Evaluate(Func<string, torch.Tensor> lookup, torch.Device device) =>
        Evaluate(_root, new TensorArithmetic(device), lookup);

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static T Evaluate<T, TArithmetic>(ExpressionNode node, TArithmetic arithmetic, Func<string, T> lookup)
        where TArithmetic : struct, IArithmetic<T>
    {
        return Visit(node);

        T Visit(ExpressionNode current) => current switch
        {
            NumberNode number => arithmetic.Constant(number.Value),
            NameNode name => lookup(name.Name),
            NegationNode negation => arithmetic.Negate(Visit(negation.Operand)),
            BinaryNode binary => arithmetic.Apply(binary.Operator, Visit(binary.Left), Visit(binary.Right)),
            CallNode { Arguments.Count: 1 } call => arithmetic.Apply(call.Function, Visit(call.Arguments[0])),
            CallNode call => call.Arguments.Select(Visit).Aggregate(
                (left, right) => arithmetic.Apply(call.Function, left, right)),
            _ => throw new UnreachableException(),
        };
    }

    internal static void CollectNames(ExpressionNode node, List<string> names)
    {
        if (node is NameNode name)
        {
            names.Add(name.Name);
        }

        foreach (var child in Children(node))
        {
            CollectNames(child, names);
        }
    }

    private static void CollectCurrencies(ExpressionNode node, List<string> currencies)
    {
        if (node is NumberNode number)
        {
            currencies.AddRange(UnitParser.CurrenciesIn(number.Unit.Text));
        }

        foreach (var child in Children(node))
        {
            CollectCurrencies(child, currencies);
        }
    }

    private static IEnumerable<ExpressionNode> Children(ExpressionNode node) => node switch
    {
        NegationNode negation => [negation.Operand],
        BinaryNode binary => [binary.Left, binary.Right],
        CallNode call => call.Arguments,
        _ => [],
    };
}
