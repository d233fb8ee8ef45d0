using CoDesign.Physics;

namespace CoDesign.Detectors.Expressions;

/// <summary>A node of a parsed expression; <c>Start..End</c> is its place in the text, for messages.</summary>
internal abstract record ExpressionNode(int Start, int End);

internal sealed record NumberNode(double Value, Unit Unit, int Start, int End) : ExpressionNode(Start, End);

internal sealed record NameNode(string Name, int Start, int End) : ExpressionNode(Start, End);

internal sealed record NegationNode(ExpressionNode Operand, int Start, int End) : ExpressionNode(Start, End);

internal sealed record BinaryNode(BinaryOperator Operator, ExpressionNode Left, ExpressionNode Right)
    : ExpressionNode(Left.Start, Right.End);

internal sealed record CallNode(
    ExpressionFunction Function, IReadOnlyList<ExpressionNode> Arguments, int Start, int End)
    : ExpressionNode(Start, End);

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

internal enum ExpressionFunction
{
    Sqrt,
    Exp,
    Log,
    Min,
    Max,
    Abs,
    Round,
    Floor,
    Ceil,
}
