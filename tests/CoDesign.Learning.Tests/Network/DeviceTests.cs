using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoDesign.Learning.Network;
using CoDesign.Simulation.Random;
using CoDesign.Tensors;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Network;

/// <summary>Training and application of a network on another device: "meta", which knows shapes and devices, has no
/// numbers, and refuses to meet a tensor of the processor.</summary>
public sealed partial class DeviceTests
{
    private static readonly NetworkOptions Options =
        new() { Device = ComputeDevice.Cpu, Width = 8, Layers = 2, LearningRate = 0.005, Batch = 32, Epochs = 1 };

    [Fact]
    public void Meta_MeetsATensorOfTheProcessor_Throws()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.ThrowsAny<Exception>(() => ones(3, device: META) + ones(3));
    }

    [Fact]
    public void Factories_OfTheNetwork_NameTheirDevice()
    {
        // Choosing and turning events has no meta kernels; what they make is seen here.
        string[] made =
        [
            .. from file in Directory.EnumerateFiles(Path.Combine(Source(), "Network"), "*.cs")
               from line in File.ReadLines(file)
               where Factory().IsMatch(line)
               select line.Trim(),
        ];
        Assert.True(made.Length >= 5, "the factories are looked for in the wrong place");
        Assert.All(made, line => Assert.Contains("device", line, StringComparison.Ordinal));
    }

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "../../../src/CoDesign.Learning"));

    [GeneratedRegex(@"\b(tensor|zeros|ones|full|empty|arange|linspace|eye|rand|randn|from_array)\(|nn\.Linear\(")]
    private static partial Regex Factory();

    [Fact]
    public void Run_OnAnotherDevice_MakesEveryTensorThere()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor design = tensor((double[])[0.5, 0.5]);
        TrainingSet set = TrainingSet.From(SyntheticEvents.Make(1, 128, design), design, META);
        Tensor inputs = set.Inputs.Flat();
        var streams = new EventStreams(3);
        using var network = new CorrectionNetwork(inputs.shape[1], Options, streams.Child(0), META);
        network.Standardise(inputs.mean([0]), inputs.square().mean([0]).sqrt()); // std has no meta kernel
        using Adam optimizer = optim.Adam(network.parameters(), 0.005);

        NetworkTraining.Step(network, optimizer, set, NetworkTraining.Scales(set), 0.005);

        Tensor correction = CorrectionNetwork.Apply(inputs.to(float64), network.Freeze());
        Assert.All(network.parameters().Select(p => p.grad), g => Assert.Equal(DeviceType.META, g?.device_type));
        Assert.Equal((DeviceType.META, 128, 3), (correction.device_type, (int)correction.shape[0], (int)correction.shape[1]));
    }
}
