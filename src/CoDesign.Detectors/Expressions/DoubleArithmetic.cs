using System.Diagnostics;

namespace CoDesign.Detectors.Expressions;

/// <summary>Expressions on plain doubles.</summary>
internal readonly struct DoubleArithmetic : IArithmetic<double>
{
    public double Constant(double value) => value;

    public double Negate(double value) => -value;

    public double Apply(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Power => Math.Pow(left, right),
        _ => throw new UnreachableException(),
    };

    public double Apply(ExpressionFunction function, double value) => function switch
    {
        ExpressionFunction.Sqrt => Math.Sqrt(value),
        ExpressionFunction.Exp => Math.Exp(value),
        ExpressionFunction.Log => Math.Log(value),
        ExpressionFunction.Abs => Math.Abs(value),
        ExpressionFunction.Round => Math.Round(value, MidpointRounding.ToEven),
        ExpressionFunction.Floor => Math.Floor(value),
        ExpressionFunction.Ceil => Math.Ceiling(value),
        _ => throw new UnreachableException(),
    };

    public double Apply(ExpressionFunction function, double left, double right) =>
        function == ExpressionFunction.Min ? Math.Min(left, right) : Math.Max(left, right);
}
