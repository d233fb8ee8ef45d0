using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Affine map of the last dimension: <c>[..., in]</c> to <c>[..., out]</c>.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        (in_features, out_features) = (inputSize, outputSize);
        // As PyTorch: kaiming_uniform with a = sqrt(5), which is uniform in +-1/sqrt(in) for weight and bias.
        var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
        using var grad = no_grad();
        _weight = new Parameter(empty(outputSize, inputSize, dtype, device).uniform_(-bound, bound));
        register_parameter(nameof(weight), _weight);
        if (hasBias)
        {
            _bias = new Parameter(empty(outputSize, dtype, device).uniform_(-bound, bound));
            register_parameter(nameof(bias), _bias);
        }
    }

    /// <summary>Size of the input's last dimension.</summary>
    public long in_features { get; }

    /// <summary>Size of the result's last dimension.</summary>
    public long out_features { get; }

    /// <summary>The matrix: <c>[out, in]</c>.</summary>
    public Parameter weight => _weight;

    /// <summary>The offset <c>[out]</c>, or null.</summary>
    public Parameter? bias => _bias;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, _weight, _bias);

    /// <summary>The parameters are registered under the names of PyTorch, not of the fields.</summary>
    protected override void RegisterComponents()
    {
    }
}
