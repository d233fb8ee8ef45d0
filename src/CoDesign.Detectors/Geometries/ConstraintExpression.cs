using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using TorchSharp;

namespace CoDesign.Detectors.Geometries;

/// <summary>
/// An expression of the parameters and of the whole detector (cost, channels, ...), checked for dimensions.
/// </summary>
public sealed class ConstraintExpression
{
    internal ConstraintExpression(Expression expression, QuantityScope scope, DetectorQuantities quantities)
    {
        Expression = expression;
        Dimension = expression.DimensionOf(DimensionOf);

        Dimension DimensionOf(string name)
        {
            if (quantities.DimensionOf(name) is { } dimension)
            {
                return dimension;
            }

            var names = scope.Names.Concat(quantities.Names).ToList();
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
    public torch.Tensor Evaluate(Detector detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        return Expression.Evaluate(detector.Quantity, detector.Design.Theta.device);
    }
}
