using CoDesign.Learning.Network;
using CoDesign.Learning.Reconstruction;
using CoDesign.Tensors;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Network;

public sealed class OnlineNetworkTests
{
    private const int Parameters = 2;

    private static readonly NetworkOptions Options =
        new() { Device = ComputeDevice.Cpu, Width = 16, Layers = 2, LearningRate = 0.005, Batch = 128, Epochs = 1 };

    private static readonly double[] Point = [0.4, 0.6];

    [Fact]
    public void Fit_Untrained_IsTheLinearReconstruction()
    {
        using DisposeScope scope = NewDisposeScope();
        using OnlineNetwork network = Create();
        Tensor design = tensor(Point);
        Sample sample = SyntheticEvents.Make(1, 256, design);
        Assert.Equal(
            Energies(new LinearReconstruction(), sample, design), Energies(network, sample, design));
    }

    [Fact]
    public void Estimate_HeldNetwork_GradientAgreesWithCentralDifferences()
    {
        using DisposeScope scope = NewDisposeScope();
        using OnlineNetwork network = Create();
        Train(network, 10);
        using Tensor leaf = tensor(Point, requires_grad: true);
        double[] gradient = autograd.grad([Loss(network, leaf)], [leaf])[0].data<double>().ToArray();
        // Weights are float32 numbers, but the held network runs in float64: the tolerance is that of the differences.
        const double Step = 6e-6;
        for (int i = 0; i < Parameters; i++)
        {
            double difference = (At(i, Step) - At(i, -Step)) / (2 * Step);
            Assert.Equal(difference, gradient[i], 1e-6 * Math.Max(1e-2, Math.Abs(difference)));
        }

        double At(int i, double step) =>
            Loss(network, tensor(Point.Select((p, k) => k == i ? p + step : p).ToArray())).ToDouble();
    }

    [Fact]
    public void Train_FollowsTheDesign_BeatsTheLinearReconstruction()
    {
        using DisposeScope scope = NewDisposeScope();
        using OnlineNetwork network = Create();
        Train(network, 150);
        double before, after;
        using (no_grad())
        {
            using OnlineNetwork untrained = Create();
            (before, after) = (Loss(untrained, tensor(Point)).ToDouble(), Loss(network, tensor(Point)).ToDouble());
        }

        Assert.True(after < 0.8 * before, $"{after} against {before}");
    }

    [Fact]
    public void Load_OfASavedNetwork_ContinuesToTheSameBits()
    {
        using DisposeScope scope = NewDisposeScope();
        using OnlineNetwork whole = Create(), first = Create(), second = Create();
        Train(whole, 6);
        Train(first, 3);
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        first.Save(writer);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        second.Load(reader);
        Train(second, 3);
        Assert.Equal(6, second.Trainings);
        Tensor design = tensor(Point);
        Sample sample = SyntheticEvents.Make(9, 64, design);
        Assert.Equal(Energies(whole, sample, design), Energies(second, sample, design));
    }

    [Fact]
    public void Train_ManySteps_LeavesNoTensors()
    {
        using OnlineNetwork network = Create();
        Train(network, 2);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Train(network, 5);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static OnlineNetwork Create() => new(Options, OnlineNetwork.Inputs(1, 25, Parameters), 5);

    private static double[] Energies(IReconstruction reconstruction, Sample sample, Tensor design) =>
        reconstruction.Fit(sample, design).Estimate(sample, design).Energy.data<double>().ToArray();

    private static Tensor Loss(OnlineNetwork network, Tensor design)
    {
        Sample sample = SyntheticEvents.Make(77, 512, design);
        Estimates estimates = network.Fit(sample, design).Estimate(sample, design);
        Tensor position = (estimates.X - sample.X).square() + (estimates.Y - sample.Y).square();
        return ((estimates.Energy / sample.Energy) - 1).square().mean() + (position / 1600).mean();
    }

    // Each call trains at the point and at a neighbour of it.
    private static void Train(OnlineNetwork network, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            ulong seed = 1000 + (ulong)network.Trainings;
            Tensor design = tensor(Point), near = tensor(
                Point.Select((p, k) => p + (0.1 * Math.Sin(seed + (ulong)k))).ToArray());
            network.Train([(SyntheticEvents.Make(seed, 256, design), design), (SyntheticEvents.Make(seed + 500, 128, near), near)], 4);
        }
    }
}
