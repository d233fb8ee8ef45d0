using CoDesign.Detectors.Space;
using TorchSharp;

namespace CoDesign.Detectors.Expressions;

/// <summary>The values of all names of a scope for one design; each is computed once.</summary>
public sealed class DesignQuantities
{
    private readonly QuantityScope _scope;
    private readonly Design _design;
    private readonly Dictionary<string, torch.Tensor> _values = [];

    /// <summary>Creates the values of a design.</summary>
    /// <param name="scope">The names.</param>
    /// <param name="design">The design that has the parameters.</param>
    public DesignQuantities(QuantityScope scope, Design design)
    {
        _scope = scope;
        _design = design;
    }

    /// <summary>The names.</summary>
    public QuantityScope Scope => _scope;

    /// <summary>
    /// The value of a parameter or derived quantity: float64 scalar [internal units]; carries the gradient.
    /// </summary>
    public torch.Tensor this[string name]
    {
        get
        {
            if (!_values.TryGetValue(name, out var value))
            {
                value = _scope.Derived.TryGetValue(name, out var expression) ? Evaluate(expression) : _design[name];
                _values.Add(name, value);
            }

            return value;
        }
    }

    /// <summary>The value of an expression: float64 scalar [internal units]; carries the gradient.</summary>
    public torch.Tensor Evaluate(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Evaluate(name => this[name], _design.Theta.device);
    }
}
