using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using TorchSharp;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>
/// An expression of the parameters and of the whole detector (depth, cost, ...), checked for dimensions.
/// </summary>
public sealed class ConstraintExpression
{
    internal ConstraintExpression(Expression expression, QuantityScope scope)
    {
        Expression = expression;
        Dimension = expression.DimensionOf(DimensionOf);

        Dimension DimensionOf(string name)
        {
            if (DetectorQuantities.DimensionOf(name) is { } dimension)
            {
                return dimension;
            }

            var names = scope.Names.Concat(DetectorQuantities.Names).ToList();
            return names.Contains(name)
                ? scope.DimensionOf(name)
                : throw new ExpressionException($"unknown name {name}{NearMiss.Suffix(name, names)}");
        }
    }

    /// <summary>The expression.</summary>
    public Expression Expression { get; }

    /// <summary>The dimension of its value.</summary>
    public Dimension Dimension { get; }

    /// <summary>
    /// Its value for a detector: float64 scalar [internal units]; carries the gradient of the design.
    /// </summary>
    public torch.Tensor Evaluate(CalorimeterDetector detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        return Expression.Evaluate(name => detector.Quantity(name), detector.Design.Theta.device);
    }
}
