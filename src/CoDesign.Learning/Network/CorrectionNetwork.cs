using CoDesign.Simulation.Random;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>Multilayer perceptron from standardised cluster inputs to the corrections of ln E, x and y.</summary>
/// <remarks>
/// The last layer starts at zero, so an untrained network corrects nothing. Training runs in float32; estimates use the
/// same weights widened to float64, so that a design's gradient is that of a smooth float64 function.
/// </remarks>
internal sealed class CorrectionNetwork : nn.Module<Tensor, Tensor>
{
    /// <summary>Corrections: ln E, x and y in cells.</summary>
    public const int Outputs = 3;

    // Size of a correction per unit of output: of the order of the resolutions (a tenth of ln E or of a cell).
    private const double OutputScale = 0.1;

    private readonly List<Linear> _layers = [];
    private readonly Tensor _mean;
    private readonly Tensor _scale;

    /// <summary>A network with initial weights from the given streams.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="options">Width and layers.</param>
    /// <param name="streams">Random streams of the initial weights.</param>
    /// <param name="device">Where its weights are.</param>
    public CorrectionNetwork(long inputs, NetworkOptions options, EventStreams streams, Device device)
        : base(nameof(CorrectionNetwork))
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        for (int i = 0; i <= options.Layers; i++)
        {
            long from = i == 0 ? inputs : options.Width, to = i == options.Layers ? Outputs : options.Width;
            Linear layer = nn.Linear(from, to, device: device);
            nn.init.zeros_(layer.weight);
            nn.init.zeros_(layer.bias ?? throw new InvalidOperationException("a layer without bias"));
            if (i < options.Layers)
            {
                var normals = new double[from * to];
                streams.Normals(i, 1, normals.Length, RandomPurpose.Primary, normals);
                layer.weight.copy_(tensor(normals, device: device).reshape(to, from) / Math.Sqrt(from));
            }

            register_module($"layer{i}", layer);
            _layers.Add(layer);
        }

        register_buffer("mean", _mean = zeros(inputs, ScalarType.Float32, device));
        register_buffer("scale", _scale = ones(inputs, ScalarType.Float32, device));
        // The scope is for what initialisation leaves behind; the module owns its own.
        foreach (Tensor kept in parameters().Concat([_mean, _scale]))
        {
            kept.DetachFromDisposeScope();
        }
    }

    /// <summary>Takes the standardisation of the inputs.</summary>
    /// <param name="mean">Subtracted, [inputs].</param>
    /// <param name="scale">Divided by, [inputs], positive.</param>
    public void Standardise(Tensor mean, Tensor scale)
    {
        using IDisposable noGradient = no_grad();
        _mean.copy_(mean);
        _scale.copy_(scale);
    }

    /// <summary>Corrections for inputs.</summary>
    /// <param name="input">[events, inputs] float32.</param>
    /// <returns>[events, 3].</returns>
    public override Tensor forward(Tensor input) => Apply(input, State());

    /// <summary>Copies of all weights in float64, without gradient, in the dispose scope of the call.</summary>
    public IReadOnlyList<Tensor> Freeze() =>
        // the one place where weights widen
        [.. State().Select(t => t.detach().to_type(ScalarType.Float64, copy: true))];

    /// <summary>Corrections for inputs with given weights.</summary>
    /// <param name="input">[events, inputs], in the type of the weights.</param>
    /// <param name="weights">Mean, scale, then weight and bias of each layer, as <see cref="Freeze"/> returns
    /// them.</param>
    /// <returns>[events, 3].</returns>
    public static Tensor Apply(Tensor input, IReadOnlyList<Tensor> weights)
    {
        Tensor at = (input - weights[0]) / weights[1];
        for (int i = 2; i < weights.Count; i += 2)
        {
            at = nn.functional.linear(at, weights[i], weights[i + 1]);
            at = i + 2 < weights.Count ? nn.functional.silu(at) : at;
        }

        return OutputScale * at;
    }

    /// <summary>The components are registered by the constructor.</summary>
    protected override void RegisterComponents()
    {
    }

    private List<Tensor> State() => [_mean, _scale, .. parameters()];
}
