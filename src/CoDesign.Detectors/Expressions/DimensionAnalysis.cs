using System.Diagnostics;
using CoDesign.Physics;

namespace CoDesign.Detectors.Expressions;

/// <summary>Works out the dimension of an expression and says in words where it has none.</summary>
internal static class DimensionAnalysis
{
    public static Dimension Of(ExpressionNode node, string text, Func<string, Dimension> lookup)
    {
        return Visit(node);

        Dimension Visit(ExpressionNode current) => current switch
        {
            NumberNode number => number.Unit.Dimension,
            NameNode name => lookup(name.Name),
            NegationNode negation => Visit(negation.Operand),
            BinaryNode binary => Binary(binary),
            CallNode call => Call(call),
            _ => throw new UnreachableException(),
        };

        Dimension Binary(BinaryNode binary)
        {
            var left = Visit(binary.Left);
            var right = Visit(binary.Right);
            switch (binary.Operator)
            {
                case BinaryOperator.Multiply:
                    return left * right;
                case BinaryOperator.Divide:
                    return left / right;
                case BinaryOperator.Power:
                    return PowerOf(binary, left, right);
                case BinaryOperator.Add when left != right:
                    throw new ExpressionException(
                        $"cannot add {Show(binary.Right, right)} to {Show(binary.Left, left)}");
                case BinaryOperator.Subtract when left != right:
                    throw new ExpressionException(
                        $"cannot subtract {Show(binary.Right, right)} from {Show(binary.Left, left)}");
                default:
                    return left;
            }
        }

        Dimension PowerOf(BinaryNode binary, Dimension left, Dimension right)
        {
            if (!right.IsNone)
            {
                throw new ExpressionException(
                    $"the exponent {Show(binary.Right, right)} must be a number without unit");
            }

            if (left.IsNone)
            {
                return Dimension.None;
            }

            return ConstantValue(binary.Right) is { } exponent
                ? left.Power(exponent)
                : throw new ExpressionException(
                    $"the exponent '{Text(binary.Right)}' of {Show(binary.Left, left)} must be a constant number");
        }

        Dimension Call(CallNode call)
        {
            var first = Visit(call.Arguments[0]);
            var name = NameOf(call.Function);
            switch (call.Function)
            {
                case ExpressionFunction.Sqrt:
                    return first.Power(0.5);
                case ExpressionFunction.Abs:
                    return first;
                case ExpressionFunction.Min or ExpressionFunction.Max:
                    foreach (var argument in call.Arguments.Skip(1))
                    {
                        var other = Visit(argument);
                        if (other != first)
                        {
                            var (left, right) = (Show(call.Arguments[0], first), Show(argument, other));
                            throw new ExpressionException($"cannot compare {left} with {right} in {name}");
                        }
                    }

                    return first;
                default:
                    return first.IsNone
                        ? first
                        : throw new ExpressionException(
                            $"{name} takes a number without unit, given {Show(call.Arguments[0], first)}");
            }
        }

        string Show(ExpressionNode part, Dimension dimension) => $"'{Text(part)}' ({dimension.ShortName})";

        string Text(ExpressionNode part) => text[part.Start..part.End];
    }

    /// <summary>The value of a sub-expression without names; null if it has any.</summary>
    private static double? ConstantValue(ExpressionNode node)
    {
        var names = new List<string>();
        Expression.CollectNames(node, names);
        return names.Count > 0
            ? null
            : Expression.Evaluate<double, DoubleArithmetic>(node, default, _ => throw new UnreachableException());
    }

    private static string NameOf(ExpressionFunction function) => function switch
    {
        ExpressionFunction.Sqrt => "sqrt",
        ExpressionFunction.Exp => "exp",
        ExpressionFunction.Log => "log",
        ExpressionFunction.Min => "min",
        ExpressionFunction.Max => "max",
        ExpressionFunction.Abs => "abs",
        ExpressionFunction.Round => "round",
        ExpressionFunction.Floor => "floor",
        ExpressionFunction.Ceil => "ceil",
        _ => throw new UnreachableException(),
    };
}
