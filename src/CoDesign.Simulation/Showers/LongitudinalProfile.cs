using System.Runtime.Intrinsics;
using CoDesign.Simulation.Random;
using MathNet.Numerics;
using MathNet.Numerics.Integration;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>Energy fraction and mean depth of a gamma-distributed shower in groups of layers, differentiable in the
/// shape and in the layer boundaries.</summary>
/// <remarks>
/// <para>
/// f(u) = beta^alpha u^(alpha-1) e^(-beta u) / Gamma(alpha) (Longo, Sestili, NIM 128 (1975) 283), u = depth after the
/// start of the shower [X0]. Per layer the integral is a five-point Gauss-Legendre sum: 1e-3 of the energy at worst,
/// for layers of 2 X0 and showers that begin steeply; the gradient is that of the sum, so it is exact for what is
/// computed. A layer before the start has no energy and no gradient.
/// </para>
/// <para>Inputs of <see cref="Apply"/>: alpha, beta [events]; boundaries [layers + 1] (X0, rising, along the axis of
/// the stack); constants start [events] (X0 along the shower), slant [events] (1 / cos of the incidence), group
/// [layers]. Outputs: fraction [events, groups] and first moment [events, groups] = integral of f(u) u. All
/// float64.</para>
/// </remarks>
public sealed class LongitudinalProfile : autograd.MultiTensorFunction<LongitudinalProfile>
{
    private static readonly GaussLegendreRule Rule = new(0, 1, 5);
    private static readonly double[] Nodes = Rule.Abscissas, Weights = Rule.Weights;

    // Below this depth after the start the profile is zero for every alpha > 1 [X0]; it keeps log(u) finite.
    private const double SmallestDepth = 1e-9;

    /// <inheritdoc/>
    public override string Name => nameof(LongitudinalProfile);

    /// <summary>Fractions and first moments per event and group.</summary>
    /// <param name="alpha">Shape alpha, [events], above 0.</param>
    /// <param name="beta">Rate beta [1/X0], [events], above 0.</param>
    /// <param name="boundaries">Depth of the layer boundaries [X0], [layers + 1], rising.</param>
    /// <param name="start">Depth where the shower starts, along the shower [X0], [events].</param>
    /// <param name="slant">1 / cos(incidence angle), [events], at least 1.</param>
    /// <param name="group">Group of each layer, [layers], non-decreasing from 0.</param>
    /// <returns>Fraction and first moment [X0], each [events, groups].</returns>
    public static (Tensor Fraction, Tensor Moment) Apply(
        Tensor alpha, Tensor beta, Tensor boundaries, double[] start, double[] slant, int[] group)
    {
        List<Tensor> result = apply(alpha, beta, boundaries, start, slant, group);
        return (result[0], result[1]);
    }

    /// <inheritdoc/>
    public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (alpha, beta, boundaries) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2]);
        var kernel = new Kernel(alpha, beta, boundaries, (double[])vars[3], (double[])vars[4], (int[])vars[5]);
        ctx.save_for_backward([alpha, beta, boundaries]);
        ctx.save_data("start", vars[3]);
        ctx.save_data("slant", vars[4]);
        ctx.save_data("group", vars[5]);
        int groups = kernel.Groups;
        var fraction = new double[kernel.Events * groups];
        var moment = new double[kernel.Events * groups];
        EventLoop.Run(kernel.Events, (from, to) => kernel.Forward(from, to, fraction, moment));
        return [fraction.ToTensor(kernel.Events, groups), moment.ToTensor(kernel.Events, groups)];
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
    {
        List<Tensor> saved = ctx.get_saved_variables();
        var kernel = new Kernel(
            saved[0], saved[1], saved[2],
            ctx.Saved<double[]>("start"), ctx.Saved<double[]>("slant"), ctx.Saved<int[]>("group"));
        double[] gradFraction = grad_outputs[0].contiguous().Doubles().ToArray();
        double[] gradMoment = grad_outputs[1].contiguous().Doubles().ToArray();
        var gradAlpha = new double[kernel.Events];
        var gradBeta = new double[kernel.Events];
        double[] gradBoundaries = EventLoop.Sum(kernel.Events, kernel.Layers + 1, (from, to, sum) =>
            kernel.Backward(from, to, gradFraction, gradMoment, gradAlpha, gradBeta, sum.Span));
        return
        [
            gradAlpha.ToTensor(kernel.Events), gradBeta.ToTensor(kernel.Events),
            gradBoundaries.ToTensor(kernel.Layers + 1), null!, null!, null!, // null: no gradient for a constant
        ];
    }

    /// <summary>The loop over events; four layers to a vector, layers padded to a multiple of four.</summary>
    private sealed class Kernel
    {
        private readonly double[] _alpha, _beta, _start, _slant;
        private readonly double[] _low, _high;
        private readonly int[] _group;

        public Kernel(Tensor alpha, Tensor beta, Tensor boundaries, double[] start, double[] slant, int[] group)
        {
            _alpha = alpha.Doubles().ToArray();
            _beta = beta.Doubles().ToArray();
            (_start, _slant, _group) = (start, slant, group);
            Span<double> edges = boundaries.Doubles();
            Layers = edges.Length - 1;
            Groups = group[^1] + 1;
            int padded = (Layers + 3) / 4 * 4;
            _low = new double[padded];
            _high = new double[padded];
            for (int l = 0; l < padded; l++)
            {
                _low[l] = edges[Math.Min(l, Layers)];
                _high[l] = edges[Math.Min(l + 1, Layers)];
            }
        }

        public int Events => _alpha.Length;

        public int Layers { get; }

        public int Groups { get; }

        public void Forward(int from, int to, double[] fraction, double[] moment)
        {
            Span<double> layer = stackalloc double[4];
            Span<double> first = stackalloc double[4];
            for (int e = from; e < to; e++)
            {
                var shape = new Shape(_alpha[e], _beta[e]);
                for (int l = 0; l < _low.Length; l += 4)
                {
                    (Vector256<double> low, Vector256<double> high) = Depths(e, l);
                    Vector256<double> width = high - low;
                    Vector256<double> sum = Vector256<double>.Zero, sumDepth = Vector256<double>.Zero;
                    for (int k = 0; k < Nodes.Length; k++)
                    {
                        Vector256<double> u = low + (width * Nodes[k]);
                        Vector256<double> f = shape.Density(u, out _) * width * Weights[k];
                        sum += f;
                        sumDepth += f * u;
                    }

                    sum.CopyTo(layer);
                    sumDepth.CopyTo(first);
                    for (int i = 0; i < 4 && l + i < Layers; i++)
                    {
                        int cell = (e * Groups) + _group[l + i];
                        fraction[cell] += layer[i];
                        moment[cell] += first[i];
                    }
                }
            }
        }

        public void Backward(
            int from, int to, double[] gradFraction, double[] gradMoment, double[] gradAlpha, double[] gradBeta,
            Span<double> gradBoundaries)
        {
            Span<double> gf = stackalloc double[4], gm = stackalloc double[4];
            Span<double> lowPart = stackalloc double[4], highPart = stackalloc double[4];
            for (int e = from; e < to; e++)
            {
                var shape = new Shape(_alpha[e], _beta[e]);
                double logBetaMinusPsi = Math.Log(_beta[e]) - SpecialFunctions.DiGamma(_alpha[e]);
                Vector256<double> sumAlpha = Vector256<double>.Zero, sumBeta = Vector256<double>.Zero;
                for (int l = 0; l < _low.Length; l += 4)
                {
                    for (int i = 0; i < 4; i++)
                    {
                        bool real = l + i < Layers;
                        gf[i] = real ? gradFraction[(e * Groups) + _group[l + i]] : 0;
                        gm[i] = real ? gradMoment[(e * Groups) + _group[l + i]] : 0;
                    }

                    Vector256<double> gradF = Vector256.Create<double>(gf), gradM = Vector256.Create<double>(gm);
                    (Vector256<double> low, Vector256<double> high) = Depths(e, l);
                    Vector256<double> width = high - low;
                    Vector256<double> toLow = Vector256<double>.Zero, toHigh = Vector256<double>.Zero;
                    for (int k = 0; k < Nodes.Length; k++)
                    {
                        Vector256<double> u = low + (width * Nodes[k]);
                        Vector256<double> f = shape.Density(u, out Vector256<double> logU);
                        Vector256<double> pull = gradF + (gradM * u);
                        Vector256<double> weighted = f * pull * Weights[k];
                        sumAlpha += weighted * width * (logU + Vector256.Create(logBetaMinusPsi));
                        sumBeta += weighted * width * (Vector256.Create(shape.Alpha / shape.Beta) - u);
                        Vector256<double> slope = (Vector256.Create(shape.Alpha - 1) / Guard(u))
                            - Vector256.Create(shape.Beta);
                        Vector256<double> inner = width * Weights[k] * f * ((slope * pull) + gradM);
                        toLow += (inner * (1 - Nodes[k])) - weighted;
                        toHigh += (inner * Nodes[k]) + weighted;
                    }

                    toLow.CopyTo(lowPart);
                    toHigh.CopyTo(highPart);
                    for (int i = 0; i < 4 && l + i < Layers; i++)
                    {
                        // A boundary before the start is clipped there and does not move.
                        bool after = (_slant[e] * _low[l + i]) > _start[e];
                        gradBoundaries[l + i] += after ? lowPart[i] * _slant[e] : 0;
                        after = (_slant[e] * _high[l + i]) > _start[e];
                        gradBoundaries[l + i + 1] += after ? highPart[i] * _slant[e] : 0;
                    }
                }

                gradAlpha[e] = Vector256.Sum(sumAlpha);
                gradBeta[e] = Vector256.Sum(sumBeta);
            }
        }

        private (Vector256<double> Low, Vector256<double> High) Depths(int e, int l)
        {
            Vector256<double> slant = Vector256.Create(_slant[e]), start = Vector256.Create(_start[e]);
            Vector256<double> low = (Vector256.Create<double>(_low.AsSpan(l, 4)) * slant) - start;
            Vector256<double> high = (Vector256.Create<double>(_high.AsSpan(l, 4)) * slant) - start;
            return (Vector256.Max(low, Vector256<double>.Zero), Vector256.Max(high, Vector256<double>.Zero));
        }

        private static Vector256<double> Guard(Vector256<double> u) =>
            Vector256.Max(u, Vector256.Create(SmallestDepth));

        /// <summary>The density for one event's shape.</summary>
        private readonly struct Shape(double alpha, double beta)
        {
            private readonly double _logNorm = (alpha * Math.Log(beta)) - SpecialFunctions.GammaLn(alpha);

            public double Alpha => alpha;

            public double Beta => beta;

            public Vector256<double> Density(Vector256<double> u, out Vector256<double> logU)
            {
                logU = Vector256.Log(Guard(u));
                return Vector256.Exp(
                    Vector256.Create(_logNorm) + (logU * (alpha - 1)) - (u * beta));
            }
        }
    }
}
