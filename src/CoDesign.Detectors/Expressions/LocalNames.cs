using CoDesign.Physics;

namespace CoDesign.Detectors.Expressions;

/// <summary>Names that expressions of one place may refer to beyond those of the file, such as the number of a layer;
/// they hide names of the file.</summary>
internal sealed class LocalNames
{
    /// <summary>No names.</summary>
    public static LocalNames None { get; } = new();

    /// <summary>Where the names have these meanings, to end a message with: " for index 3 of outer".</summary>
    public string Place { get; init; } = "";

    /// <summary>Plain numbers.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>Other words for names of the file: an array for one of its elements.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Expressions of <see cref="Outer"/>.</summary>
    public IReadOnlyDictionary<string, Expression> Definitions { get; init; } = new Dictionary<string, Expression>();

    /// <summary>Names that have no meaning here, and why.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>The names that hold where these do not; null if only those of the file do.</summary>
    public LocalNames? Outer { get; init; }

    /// <summary>Whether a name is one of these.</summary>
    public bool Contains(string name) =>
        Numbers.ContainsKey(name) || Aliases.ContainsKey(name) || Definitions.ContainsKey(name)
        || Faults.ContainsKey(name) || Outer?.Contains(name) == true;

    /// <summary>The dimension of a name, of these or of the file.</summary>
    /// <exception cref="ExpressionException">It has none.</exception>
    public Dimension DimensionOf(string name, QuantityScope scope) =>
        Faults.TryGetValue(name, out var fault) ? throw new ExpressionException(fault)
        : Numbers.ContainsKey(name) ? Dimension.None
        : Aliases.TryGetValue(name, out var alias) ? scope.DimensionOf(alias)
        : Definitions.TryGetValue(name, out var definition)
            ? definition.DimensionOf(other => (Outer ?? None).DimensionOf(other, scope))
        : Outer is { } outer ? outer.DimensionOf(name, scope)
        : scope.DimensionOf(name);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">An expression that has a dimension here.</param>
    /// <param name="scope">The names of the file.</param>
    /// <param name="parameter">The value of a parameter [internal units].</param>
    public double Evaluate(Expression expression, QuantityScope scope, Func<string, double> parameter) =>
        expression.Evaluate(name => Value(name, scope, parameter));

    /// <summary>Names of the file that an expression refers to, directly or through these.</summary>
    public IEnumerable<string> FileNames(Expression expression) => expression.Names.SelectMany(FileNames);

    private double Value(string name, QuantityScope scope, Func<string, double> parameter) =>
        Numbers.TryGetValue(name, out var number) ? number
        : Aliases.TryGetValue(name, out var alias) ? parameter(alias)
        : Definitions.TryGetValue(name, out var definition) ? (Outer ?? None).Evaluate(definition, scope, parameter)
        : Outer is { } outer ? outer.Value(name, scope, parameter)
        : scope.Derived.TryGetValue(name, out var derived) ? scope.Evaluate(derived, parameter)
        : parameter(name);

    private IEnumerable<string> FileNames(string name) =>
        Numbers.ContainsKey(name) || Faults.ContainsKey(name) ? []
        : Aliases.TryGetValue(name, out var alias) ? [alias]
        : Definitions.TryGetValue(name, out var definition) ? (Outer ?? None).FileNames(definition)
        : Outer is { } outer ? outer.FileNames(name)
        : [name];
}
