using CoDesign.Simulation.Random;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CoDesign.Learning.Network;

/// <summary>Training steps of a correction network.</summary>
internal static class NetworkTraining
{
    /// <summary>Trains on random batches of a set.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">Its optimiser.</param>
    /// <param name="set">Events.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="batch">Events per step.</param>
    /// <param name="rate">Learning rate of a step.</param>
    /// <param name="streams">Random streams of the order of the events.</param>
    public static void Run(
        CorrectionNetwork network, Adam optimizer, TrainingSet set, int steps, int batch, Func<int, double> rate,
        EventStreams streams)
    {
        // On one thread: the matrices are too small to share, and the sums do not depend on how many threads there are.
        int threads = get_num_threads();
        set_num_threads(1);
        try
        {
            Steps(network, optimizer, set, steps, batch, rate, streams);
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    private static void Steps(
        CorrectionNetwork network, Adam optimizer, TrainingSet set, int steps, int batch, Func<int, double> rate,
        EventStreams streams)
    {
        using IDisposable gradient = enable_grad();
        using DisposeScope scope = NewDisposeScope();
        (Tensor Energy, Tensor Position) scales = Scales(set);
        int size = Math.Min(batch, set.Count), perPass = set.Count / size;
        long[] order = [];
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope own = NewDisposeScope();
            int part = step % perPass;
            if (part == 0)
            {
                order = Order(set.Count, streams, step / perPass);
            }

            Tensor index = tensor(order[(part * size)..((part + 1) * size)], ScalarType.Int64, set.Ratio.device);
            Step(network, optimizer, set.Choose(index).Turned((int)(streams.Seed + (ulong)step) & 7), scales, rate(step));
        }
    }

    /// <summary>One step on a batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="optimizer">Its optimiser.</param>
    /// <param name="batch">Events.</param>
    /// <param name="scales">What the terms are divided by, from <see cref="Scales"/>.</param>
    /// <param name="rate">Learning rate.</param>
    public static void Step(
        CorrectionNetwork network, Adam optimizer, TrainingSet batch, (Tensor Energy, Tensor Position) scales, double rate)
    {
        optimizer.zero_grad();
        Tensor correction = network.call(batch.Inputs.Flat());
        Tensor energy = Mean(EnergyTerm(batch, correction.select(1, 0).exp())) / scales.Energy;
        Tensor position = Mean(PositionTerm(batch, correction.narrow(1, 1, 2))) / scales.Position;
        (energy + position).backward();
        foreach (optim.ILearningRateController group in optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }

        optimizer.step();
    }

    /// <summary>The two terms of the loss under the linear reconstruction.</summary>
    /// <remarks>
    /// Loss: (E_rec/E - 1)^2 E/GeV + (position error in cells)^2 E/GeV. The weight makes events of all energies count
    /// alike, since both variances fall about as 1/E. Each term is divided by its value under the linear
    /// reconstruction: both start at one, and a tenth won in the energy is worth a tenth won in the position, whatever
    /// the cells are.
    /// </remarks>
    public static (Tensor Energy, Tensor Position) Scales(TrainingSet set)
    {
        using IDisposable noGradient = no_grad();
        const double Floor = 1e-12;
        return (Mean(EnergyTerm(set, ones_like(set.Ratio))).clamp_min(Floor),
            Mean(PositionTerm(set, zeros_like(set.Miss))).clamp_min(Floor));
    }

    private static Tensor EnergyTerm(TrainingSet set, Tensor factor) =>
        set.Weight * ((set.Ratio * factor) - 1).square();

    private static Tensor PositionTerm(TrainingSet set, Tensor correction) =>
        set.Weight * (set.Miss + correction).square().sum(1);

    private static Tensor Mean(Tensor t) => t.mean();

    private static long[] Order(int count, EventStreams streams, int pass)
    {
        var keys = new double[count];
        streams.Uniforms(pass, 1, count, RandomPurpose.Primary, keys);
        long[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(keys, order);
        return order;
    }
}
