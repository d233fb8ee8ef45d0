namespace CoDesign.Detectors.Expressions;

/// <summary>The operations an expression needs on its values: plain doubles or tensors with a gradient.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
internal interface IArithmetic<T>
{
    T Constant(double value);

    T Negate(T value);

    T Apply(BinaryOperator operation, T left, T right);

    /// <summary>Applies a function of one argument.</summary>
    T Apply(ExpressionFunction function, T value);

    /// <summary>Applies min or max.</summary>
    T Apply(ExpressionFunction function, T left, T right);
}
