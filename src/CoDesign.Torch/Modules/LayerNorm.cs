using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises the last dimensions to mean 0 and variance 1, then scales and shifts.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private readonly long[] _shape;
    private readonly double _eps;
    private readonly Parameter? _weight;
    private readonly Parameter? _bias;

    internal LayerNorm(
        long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        (_shape, _eps) = (normalized_shape, eps);
        if (elementwise_affine)
        {
            _weight = new Parameter(ones(normalized_shape, dtype, device));
            register_parameter(nameof(weight), _weight);
            if (bias)
            {
                _bias = new Parameter(zeros(normalized_shape, dtype, device));
                register_parameter(nameof(this.bias), _bias);
            }
        }
    }

    /// <summary>The scale, or null.</summary>
    public Parameter? weight => _weight;

    /// <summary>The shift, or null.</summary>
    public Parameter? bias => _bias;

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, _shape, _weight, _bias, _eps);

    /// <summary>The parameters are registered under the names of PyTorch, not of the fields.</summary>
    protected override void RegisterComponents()
    {
    }
}
