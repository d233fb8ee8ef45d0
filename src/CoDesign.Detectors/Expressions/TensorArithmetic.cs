using System.Diagnostics;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Expressions;

/// <summary>Expressions on float64 scalars that carry a gradient.</summary>
/// <remarks>round, floor and ceil have gradient zero; abs, min and max that of the branch taken.</remarks>
internal readonly struct TensorArithmetic(Device device) : IArithmetic<Tensor>
{
    public Tensor Constant(double value) => tensor(value, dtype: float64, device: device);

    public Tensor Negate(Tensor value) => -value;

    public Tensor Apply(BinaryOperator operation, Tensor left, Tensor right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Power => left.pow(right),
        _ => throw new UnreachableException(),
    };

    public Tensor Apply(ExpressionFunction function, Tensor value) => function switch
    {
        ExpressionFunction.Sqrt => value.sqrt(),
        ExpressionFunction.Exp => value.exp(),
        ExpressionFunction.Log => value.log(),
        ExpressionFunction.Abs => value.abs(),
        ExpressionFunction.Round => value.round(),
        ExpressionFunction.Floor => value.floor(),
        ExpressionFunction.Ceil => value.ceil(),
        _ => throw new UnreachableException(),
    };

    public Tensor Apply(ExpressionFunction function, Tensor left, Tensor right) =>
        function == ExpressionFunction.Min ? minimum(left, right) : maximum(left, right);
}
