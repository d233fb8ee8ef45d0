using System.Runtime.Intrinsics;
using CoDesign.Simulation.Random;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Showers;

/// <summary>Fraction of the energy of a shower slice in each cell of a square grid, differentiable in the widths, the
/// mixture, the axis and the cell size.</summary>
/// <remarks>
/// <para>
/// Radial density of Grindhammer and Peters (hep-ex/0001020, eq. 23): p g(r; R_core) + (1 - p) g(r; R_tail) with
/// g = R^2 / (pi (r^2 + R^2)^2) per area. Its integral over a quadrant has the closed form
/// F(X, Y) = [X/a atan(Y/a) + Y/b atan(X/b)] / (2 pi), a = sqrt(X^2 + R^2), b = sqrt(Y^2 + R^2)
/// (differentiate: d2F/dXdY = g), so a cell is a sum over its four corners and no integral is approximated.
/// </para>
/// <para>Inputs of <see cref="Apply"/>: core, tail, mixture, x, y [events, sections], cell size scalar [mm]; count n.
/// Output: [events, sections, n * n], cell (i, j) at i + n j, i along x. The grid is centred on the origin.</para>
/// </remarks>
public sealed class LateralProfile : autograd.SingleTensorFunction<LateralProfile>
{
    /// <inheritdoc/>
    public override string Name => nameof(LateralProfile);

    /// <summary>Fractions of energy per cell.</summary>
    /// <param name="core">Core radius [mm], [events, sections], above 0.</param>
    /// <param name="tail">Tail radius [mm], [events, sections], above 0.</param>
    /// <param name="mixture">Fraction of energy in the core, [events, sections], in [0, 1].</param>
    /// <param name="x">Shower axis [mm], [events, sections].</param>
    /// <param name="y">Shower axis [mm], [events, sections].</param>
    /// <param name="cellSize">Side of a cell [mm], scalar, above 0.</param>
    /// <param name="count">Cells per side.</param>
    /// <returns>[events, sections, count * count]; the rest of 1 is lateral leakage.</returns>
    public static Tensor Apply(
        Tensor core, Tensor tail, Tensor mixture, Tensor x, Tensor y, Tensor cellSize, int count) =>
        apply(core, tail, mixture, x, y, cellSize, count);

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        Tensor[] inputs = [.. vars.Take(6).Select(v => ((Tensor)v).contiguous())];
        int count = (int)vars[6];
        ctx.save_for_backward([.. inputs]);
        ctx.save_data("count", count);
        var kernel = new Kernel(inputs, count);
        var fraction = new double[kernel.Slices * count * count];
        EventLoop.Run(kernel.Slices, (from, to) => kernel.Forward(from, to, fraction));
        return fraction.ToTensor(inputs[0].shape[0], inputs[0].shape[1], count * count);
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        List<Tensor> inputs = ctx.get_saved_variables();
        var kernel = new Kernel([.. inputs], ctx.Saved<int>("count"));
        double[] upstream = grad_output.contiguous().Doubles().ToArray();
        double[][] slices = [.. Enumerable.Range(0, 5).Select(_ => new double[kernel.Slices])];
        double[] size = EventLoop.Sum(kernel.Slices, 1, (from, to, sum) =>
            kernel.Backward(from, to, upstream, slices, sum.Span));
        long[] shape = inputs[0].shape;
        // a constant
        return [.. slices.Select(s => s.ToTensor(shape)), size.ToTensor(1).reshape(inputs[5].shape), null!];
    }

    /// <summary>The loop over slices (event, section); four corners of the grid to a vector.</summary>
    private sealed class Kernel
    {
        private readonly double[] _core, _tail, _mixture, _x, _y;
        private readonly int _count, _edges, _padded;

        // Corner positions before the shift to the shower axis, and their change with the cell size.
        private readonly double[] _cornerX, _cornerY, _placeX, _placeY;

        public Kernel(Tensor[] inputs, int count)
        {
            double[][] values = [.. inputs.Take(5).Select(t => t.Doubles().ToArray())];
            (_core, _tail, _mixture, _x, _y) = (values[0], values[1], values[2], values[3], values[4]);
            double cell = inputs[5].Doubles()[0];
            (_count, _edges) = (count, count + 1);
            _padded = ((_edges * _edges) + 3) / 4 * 4;
            _placeX = new double[_padded];
            _placeY = new double[_padded];
            for (int c = 0; c < _edges * _edges; c++)
            {
                _placeX[c] = (c % _edges) - (0.5 * count);
                _placeY[c] = (c / _edges) - (0.5 * count);
            }

            _cornerX = [.. _placeX.Select(p => p * cell)];
            _cornerY = [.. _placeY.Select(p => p * cell)];
        }

        public int Slices => _core.Length;

        public void Forward(int from, int to, double[] fraction)
        {
            Span<double> corner = stackalloc double[_padded];
            for (int s = from; s < to; s++)
            {
                for (int c = 0; c < _padded; c += 4)
                {
                    Vector256<double> x = Vector256.Create(_cornerX, c) - Vector256.Create(_x[s]);
                    Vector256<double> y = Vector256.Create(_cornerY, c) - Vector256.Create(_y[s]);
                    Vector256<double> sum = (Quadrant(x, y, _core[s]) * _mixture[s])
                        + (Quadrant(x, y, _tail[s]) * (1 - _mixture[s]));
                    (sum / (2 * Math.PI)).CopyTo(corner[c..]);
                }

                Span<double> row = fraction.AsSpan(s * _count * _count, _count * _count);
                for (int j = 0; j < _count; j++)
                {
                    for (int i = 0; i < _count; i++)
                    {
                        int at = (j * _edges) + i;
                        row[(j * _count) + i] =
                            corner[at + _edges + 1] - corner[at + 1] - corner[at + _edges] + corner[at];
                    }
                }
            }
        }

        public void Backward(int from, int to, double[] upstream, double[][] grads, Span<double> gradCell)
        {
            Span<double> pull = stackalloc double[_padded];
            for (int s = from; s < to; s++)
            {
                GatherCorners(upstream.AsSpan(s * _count * _count, _count * _count), pull);
                Derivatives core = Accumulate(pull, s, _core[s]), tail = Accumulate(pull, s, _tail[s]);
                double p = _mixture[s];
                grads[0][s] = p * core.Radius;
                grads[1][s] = (1 - p) * tail.Radius;
                grads[2][s] = core.Value - tail.Value;
                grads[3][s] = (p * core.X) + ((1 - p) * tail.X);
                grads[4][s] = (p * core.Y) + ((1 - p) * tail.Y);
                gradCell[0] += (p * core.Cell) + ((1 - p) * tail.Cell);
            }
        }

        // 2 pi times the integral of the density over the quadrant below (x, y), up to a constant that cancels in a
        // cell.
        private static Vector256<double> Quadrant(Vector256<double> x, Vector256<double> y, double radius)
        {
            Vector256<double> r2 = Vector256.Create(radius * radius);
            Vector256<double> a = Vector256.Sqrt((x * x) + r2), b = Vector256.Sqrt((y * y) + r2);
            return (x / a * VectorMath.Atan(y / a)) + (y / b * VectorMath.Atan(x / b));
        }

        // dL/dF of a corner: each cell adds its gradient to its four corners with the signs of the difference.
        private void GatherCorners(ReadOnlySpan<double> cells, Span<double> pull)
        {
            pull.Clear();
            for (int j = 0; j < _count; j++)
            {
                for (int i = 0; i < _count; i++)
                {
                    double g = cells[(j * _count) + i];
                    int at = (j * _edges) + i;
                    pull[at + _edges + 1] += g;
                    pull[at + 1] -= g;
                    pull[at + _edges] -= g;
                    pull[at] += g;
                }
            }
        }

        private Derivatives Accumulate(ReadOnlySpan<double> pull, int s, double radius)
        {
            Vector256<double> r2 = Vector256.Create(radius * radius);
            Vector256<double> value = Vector256<double>.Zero, byRadius = Vector256<double>.Zero;
            Vector256<double> sumX = Vector256<double>.Zero, sumY = Vector256<double>.Zero,
            sumCell = Vector256<double>.Zero;
            for (int c = 0; c < _padded; c += 4)
            {
                Vector256<double> x = Vector256.Create(_cornerX, c) - Vector256.Create(_x[s]);
                Vector256<double> y = Vector256.Create(_cornerY, c) - Vector256.Create(_y[s]);
                Vector256<double> g = Vector256.Create<double>(pull.Slice(c, 4)) / (2 * Math.PI);
                Vector256<double> a2 = (x * x) + r2, b2 = (y * y) + r2, total = (x * x) + b2;
                Vector256<double> a = Vector256.Sqrt(a2), b = Vector256.Sqrt(b2);
                Vector256<double> atanY = VectorMath.Atan(y / a), atanX = VectorMath.Atan(x / b);
                // dF/dX = R^2 [Y / (S a^2) + atan(Y/a) / a^3], and with X and Y exchanged.
                Vector256<double> dx = g * r2 * ((y / (total * a2)) + (atanY / (a2 * a)));
                Vector256<double> dy = g * r2 * ((x / (total * b2)) + (atanX / (b2 * b)));
                value += g * ((x / a * atanY) + (y / b * atanX));
                // F depends on X/R and Y/R only: R dF/dR = -(X dF/dX + Y dF/dY).
                byRadius -= (x * dx) + (y * dy);
                sumX -= dx;
                sumY -= dy;
                sumCell += (dx * Vector256.Create(_placeX, c)) + (dy * Vector256.Create(_placeY, c));
            }

            return new Derivatives(
                Vector256.Sum(value), Vector256.Sum(byRadius) / radius, Vector256.Sum(sumX), Vector256.Sum(sumY),
                Vector256.Sum(sumCell));
        }

        private readonly record struct Derivatives(double Value, double Radius, double X, double Y, double Cell);
    }
}
