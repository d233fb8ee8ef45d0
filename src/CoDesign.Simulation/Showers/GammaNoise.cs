using System.Runtime.Intrinsics;
using CoDesign.Simulation.Random;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>Numbers with a given mean and the variance quantum times mean, never negative: crossings of active
/// layers, or photo-electrons. Differentiable in the mean and the quantum.</summary>
/// <remarks>
/// A gamma law by Wilson and Hilferty (PNAS 17 (1931) 684): with k = mean / quantum and a standard normal z,
/// quantum k (1 - 1/(9k) + z/(3 sqrt k))^3 has mean and variance k to 1 % for k above 0.5. It is cut at zero, where
/// its slope is zero too.
/// </remarks>
public sealed class GammaNoise : autograd.SingleTensorFunction<GammaNoise>
{
    // Added to k: keeps the root and its slope finite where there is no energy.
    private const double SmallestCount = 1e-6;

    /// <inheritdoc/>
    public override string Name => nameof(GammaNoise);

    /// <summary>Draws.</summary>
    /// <param name="mean">Means, [events, groups, cells], not negative, float64.</param>
    /// <param name="quantum">Quantum of each group, [groups], positive, float64, in the unit of the mean.</param>
    /// <param name="normals">Standard normal numbers, as many as means.</param>
    /// <returns>[events, groups, cells].</returns>
    public static Tensor Apply(Tensor mean, Tensor quantum, double[] normals) => apply(mean, quantum, normals);

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        Tensor mean = ((Tensor)vars[0]).contiguous(), quantum = ((Tensor)vars[1]).contiguous();
        ctx.save_for_backward([mean, quantum]);
        ctx.save_data("normals", vars[2]);
        var kernel = new Kernel(mean, quantum, (double[])vars[2]);
        var result = new double[kernel.Rows * kernel.Cells];
        EventLoop.Run(kernel.Rows, (from, to) => kernel.Forward(from, to, result));
        return result.ToTensor(mean.shape);
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        List<Tensor> saved = ctx.get_saved_variables();
        var kernel = new Kernel(saved[0], saved[1], ctx.Saved<double[]>("normals"));
        double[] upstream = grad_output.contiguous().Doubles().ToArray();
        var gradMean = new double[upstream.Length];
        double[] gradQuantum = EventLoop.Sum(kernel.Rows, kernel.Groups, (from, to, sum) =>
            kernel.Backward(from, to, upstream, gradMean, sum.Span));
        return [gradMean.ToTensor(saved[0].shape), gradQuantum.ToTensor(saved[1].shape), null!]; // a constant
    }

    /// <summary>The loop over rows (event, group), four cells to a vector.</summary>
    private sealed class Kernel(Tensor mean, Tensor quantum, double[] normals)
    {
        private readonly double[] _mean = mean.Doubles().ToArray();
        private readonly double[] _quantum = quantum.Doubles().ToArray();

        public int Groups { get; } = (int)mean.shape[1];

        public int Cells { get; } = (int)mean.shape[2];

        public int Rows { get; } = (int)(mean.shape[0] * mean.shape[1]);

        public void Forward(int from, int to, double[] result)
        {
            Span<double> lanes = stackalloc double[4];
            for (int row = from; row < to; row++)
            {
                double q = _quantum[row % Groups];
                for (int c = 0; c < Cells; c += 4)
                {
                    int at = (row * Cells) + c, n = Math.Min(4, Cells - c);
                    Vector256<double> k = Count(Load(_mean, at, n), q);
                    Vector256<double> cube = Cube(k, Load(normals, at, n), out _);
                    (k * q * (cube * cube * cube)).CopyTo(lanes);
                    lanes[..n].CopyTo(result.AsSpan(at, n));
                }
            }
        }

        public void Backward(int from, int to, double[] upstream, double[] gradMean, Span<double> gradQuantum)
        {
            Span<double> lanes = stackalloc double[4];
            for (int row = from; row < to; row++)
            {
                int group = row % Groups;
                double q = _quantum[group];
                for (int c = 0; c < Cells; c += 4)
                {
                    int at = (row * Cells) + c, n = Math.Min(4, Cells - c);
                    Vector256<double> m = Load(_mean, at, n), z = Load(normals, at, n), pull = Load(upstream, at, n);
                    Vector256<double> k = Count(m, q);
                    Vector256<double> cube = Cube(k, z, out Vector256<double> root);
                    Vector256<double> square = cube * cube;
                    // X = q k c^3, c = 1 - r^2 + r z, r = 1/(3 sqrt k): dc/dk = (2r - z) r / (2k).
                    Vector256<double> slope = ((root * 2) - z) * root / (k * 2);
                    Vector256<double> byCount = square * (cube + (k * 3 * slope));
                    (pull * byCount).CopyTo(lanes);
                    lanes[..n].CopyTo(gradMean.AsSpan(at, n));
                    gradQuantum[group] += Vector256.Sum(pull * ((k * square * cube) - (m / q * byCount)));
                }
            }
        }

        private static Vector256<double> Count(Vector256<double> mean, double quantum) =>
            (mean / quantum) + Vector256.Create(SmallestCount);

        private static Vector256<double> Cube(Vector256<double> k, Vector256<double> z, out Vector256<double> root)
        {
            root = Vector256.Create(1.0 / 3) / Vector256.Sqrt(k);
            return Vector256.Max(Vector256<double>.One - (root * root) + (root * z), Vector256<double>.Zero);
        }

        // The last vector of a row may be short; its other lanes hold zeros and are not stored.
        private static Vector256<double> Load(double[] from, int at, int n) =>
            n == 4 ? Vector256.Create(from, at) : Vector256.Create(
                from[at], n > 1 ? from[at + 1] : 0, n > 2 ? from[at + 2] : 0, 0);
    }
}
