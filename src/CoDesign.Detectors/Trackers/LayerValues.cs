using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Space;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Evaluates expressions for all layers of a group at once.</summary>
internal sealed class LayerValues
{
    private readonly DesignQuantities _quantities;
    private readonly Design _design;
    private readonly string _group;
    private readonly Dictionary<string, Tensor> _local;

    public LayerValues(DesignQuantities quantities, Design design, string group, int count)
    {
        _quantities = quantities;
        _design = design;
        _group = group;
        Count = count;
        _local = new()
        {
            ["index"] = tensor([.. Enumerable.Range(1, count).Select(index => (double)index)],
                dtype: float64, device: design.Theta.device),
            ["count"] = Scalar(count),
        };
    }

    private LayerValues(LayerValues outer, IReadOnlyDictionary<string, Tensor> names)
        : this(outer._quantities, outer._design, outer._group, outer.Count)
    {
        foreach (var (name, value) in names)
        {
            _local[name] = value;
        }
    }

    /// <summary>Number of layers.</summary>
    public int Count { get; }

    /// <summary>The same with further names that hide others.</summary>
    public LayerValues With(IReadOnlyDictionary<string, Tensor> names) => new(this, names);

    /// <summary>The value of an expression, [layers].</summary>
    public Tensor Evaluate(Expression expression) => expression.Evaluate(Value, _design.Theta.device).expand(Count);

    /// <summary>A constant, [layers].</summary>
    public Tensor Constant(double value) => Scalar(value).expand(Count);

    private Tensor Scalar(double value) => tensor(value, dtype: float64, device: _design.Theta.device);

    private Tensor Value(string name)
    {
        if (_local.TryGetValue(name, out var value))
        {
            return value;
        }

        return _quantities.Scope.Arrays.ContainsKey(name) ? _local[name] = Elements(name) : _quantities[name];
    }

    private Tensor Elements(string array)
    {
        var names = _design.Space.Elements(array).Select(element => element.Name).ToList();
        if (names.Count != Count)
        {
            throw new InvalidOperationException(
                $"{_group} has {Count} layers at this design, but {array} has {names.Count} elements");
        }

        long[] indices = [.. names.Select(name => (long)_design.Space.IndexOf(name))];
        return indices.All(index => index >= 0)
            ? _design.Theta.index_select(0, tensor(indices, dtype: int64, device: _design.Theta.device))
            : stack(names.Select(name => _design[name]));
    }
}
