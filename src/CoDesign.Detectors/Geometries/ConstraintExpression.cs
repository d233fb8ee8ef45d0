using CoDesign.Detectors.Configuration;
using CoDesign.Detectors.Expressions;
using CoDesign.Physics;
using TorchSharp;

namespace CoDesign.Detectors.Geometries;

/// <summary>
/// A quantity of the whole detector: an expression of the parameters and of cost, channels, ..., checked for dimensions,
/// or one that a kind of detector defines.
/// </summary>
public sealed class ConstraintExpression
{
    private readonly Func<Detector, torch.Tensor> _value;

    internal ConstraintExpression(Expression expression, QuantityScope scope, DetectorQuantities quantities)
    {
        Text = expression.Text;
        Currencies = [.. expression.Currencies];
        _value = detector => expression.Evaluate(detector.Quantity, detector.Design.Theta.device);
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

    internal ConstraintExpression(string text, Dimension dimension, Func<Detector, torch.Tensor> value) =>
        (Text, Dimension, _value) = (text, dimension, value);

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>The currencies in it.</summary>
    public IReadOnlyCollection<string> Currencies { get; } = [];

    /// <summary>The dimension of its value.</summary>
    public Dimension Dimension { get; }

    /// <summary>
    /// Its value for a detector: float64 scalar [internal units]; carries the gradient of the design.
    /// </summary>
    public torch.Tensor Evaluate(Detector detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        return _value(detector);
    }
}
