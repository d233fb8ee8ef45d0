using CoDesign.Simulation.Showers;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>The inputs of the kernel with a gradient, as arrays [layers], and the field.</summary>
internal sealed class LayerValues(List<Tensor> inputs)
{
    /// <summary>How many tensors there are.</summary>
    public const int Inputs = 7;

    /// <summary>Position of each layer [mm].</summary>
    public double[] Position { get; } = Values(inputs[0]);

    /// <summary>1/sigma^2 in u [1/mm2]; zero where u is not measured.</summary>
    public double[] WeightU { get; } = Values(inputs[1]);

    /// <summary>1/sigma^2 in v [1/mm2]; zero where v is not measured.</summary>
    public double[] WeightV { get; } = Values(inputs[2]);

    /// <summary>Material at normal incidence x/X0.</summary>
    public double[] RadiationLengths { get; } = Values(inputs[3]);

    /// <summary>Its thickness [mm].</summary>
    public double[] Thickness { get; } = Values(inputs[4]);

    /// <summary>Loss of a minimum-ionising particle in it [MeV].</summary>
    public double[] IonisationLoss { get; } = Values(inputs[5]);

    /// <summary>Magnetic field.</summary>
    public double Field { get; } = Values(inputs[6])[0];

    /// <summary>How many layers.</summary>
    public int Count => Position.Length;

    private static double[] Values(Tensor tensor) => tensor.contiguous().Doubles().ToArray();
}
