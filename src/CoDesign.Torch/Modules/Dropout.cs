using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>While training, zeroes elements with a probability and scales the others to keep the mean.</summary>
public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    private readonly double _p;

    internal Dropout(double p)
        : base(nameof(Dropout)) => _p = p;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.dropout(input, _p, training);
}
