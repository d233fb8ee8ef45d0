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
    public static Tensor Apply(Tensor core, Tensor tail, Tensor mixture, Tensor x, Tensor y, Tensor cellSize, int count) =>
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
        return [.. slices.Select(s => s.ToTensor(shape)), size.ToTensor(1).reshape(inputs[5].shape), null!]; // a constant
    }

    private sealed class Kernel(Tensor[] inputs, int count)
    {
        private readonly double[] _core = inputs[0].Doubles().ToArray();
        private readonly double[] _tail = inputs[1].Doubles().ToArray();
        private readonly double[] _mixture = inputs[2].Doubles().ToArray();
        private readonly double[] _x = inputs[3].Doubles().ToArray();
        private readonly double[] _y = inputs[4].Doubles().ToArray();
        private readonly double _cell = inputs[5].Doubles()[0];

        public int Slices => _core.Length;

        public void Forward(int from, int to, double[] fraction)
        {
            int edges = count + 1, cells = count * count;
            Span<double> corner = stackalloc double[edges * edges];
            for (int s = from; s < to; s++)
            {
                corner.Clear();
                Corners(corner, s, _core[s], _mixture[s]);
                Corners(corner, s, _tail[s], 1 - _mixture[s]);
                Span<double> row = fraction.AsSpan(s * cells, cells);
                for (int j = 0; j < count; j++)
                {
                    for (int i = 0; i < count; i++)
                    {
                        int at = (j * edges) + i;
                        row[(j * count) + i] = corner[at + edges + 1] - corner[at + 1] - corner[at + edges] + corner[at];
                    }
                }
            }
        }

        private void Corners(Span<double> corner, int s, double radius, double weight)
        {
            int edges = count + 1;
            Span<double> root = stackalloc double[2 * edges];
            for (int i = 0; i < edges; i++)
            {
                root[i] = Math.Sqrt((X(s, i) * X(s, i)) + (radius * radius));
                root[edges + i] = Math.Sqrt((Y(s, i) * Y(s, i)) + (radius * radius));
            }

            for (int j = 0; j < edges; j++)
            {
                double b = root[edges + j], edgeY = Y(s, j);
                for (int i = 0; i < edges; i++)
                {
                    double a = root[i], edgeX = X(s, i);
                    corner[(j * edges) + i] += weight / (2 * Math.PI)
                        * ((edgeX / a * Math.Atan(edgeY / a)) + (edgeY / b * Math.Atan(edgeX / b)));
                }
            }
        }

        public void Backward(int from, int to, double[] upstream, double[][] grads, Span<double> gradCell)
        {
            int edges = count + 1;
            Span<double> pull = stackalloc double[edges * edges];
            for (int s = from; s < to; s++)
            {
                GatherCorners(upstream.AsSpan(s * count * count, count * count), pull);
                var core = new Derivatives();
                var tail = new Derivatives();
                Accumulate(ref core, pull, s, _core[s]);
                Accumulate(ref tail, pull, s, _tail[s]);
                double p = _mixture[s];
                grads[0][s] = p * core.Radius;
                grads[1][s] = (1 - p) * tail.Radius;
                grads[2][s] = core.Value - tail.Value;
                grads[3][s] = (p * core.X) + ((1 - p) * tail.X);
                grads[4][s] = (p * core.Y) + ((1 - p) * tail.Y);
                gradCell[0] += (p * core.Cell) + ((1 - p) * tail.Cell);
            }
        }

        // dL/dF of a corner: each cell adds its gradient to its four corners with the signs of the difference.
        private void GatherCorners(ReadOnlySpan<double> cells, Span<double> pull)
        {
            int edges = count + 1;
            pull.Clear();
            for (int j = 0; j < count; j++)
            {
                for (int i = 0; i < count; i++)
                {
                    double g = cells[(j * count) + i];
                    int at = (j * edges) + i;
                    pull[at + edges + 1] += g;
                    pull[at + 1] -= g;
                    pull[at + edges] -= g;
                    pull[at] += g;
                }
            }
        }

        private void Accumulate(ref Derivatives sum, ReadOnlySpan<double> pull, int s, double radius)
        {
            int edges = count + 1;
            double r2 = radius * radius;
            for (int j = 0; j < edges; j++)
            {
                double edgeY = Y(s, j), b2 = (edgeY * edgeY) + r2, b = Math.Sqrt(b2);
                for (int i = 0; i < edges; i++)
                {
                    double edgeX = X(s, i), a2 = (edgeX * edgeX) + r2, a = Math.Sqrt(a2);
                    double total = (edgeX * edgeX) + (edgeY * edgeY) + r2;
                    double atanY = Math.Atan(edgeY / a), atanX = Math.Atan(edgeX / b);
                    double g = pull[(j * edges) + i] / (2 * Math.PI);
                    // dF/dX = R^2 [Y / (S a^2) + atan(Y/a) / a^3], and with X and Y exchanged.
                    double byX = r2 * ((edgeY / (total * a2)) + (atanY / (a2 * a)));
                    double byY = r2 * ((edgeX / (total * b2)) + (atanX / (b2 * b)));
                    // F depends on X/R and Y/R only: R dF/dR = -(X dF/dX + Y dF/dY).
                    double byRadius = -((edgeX * byX) + (edgeY * byY)) / radius;
                    sum.Value += g * ((edgeX / a * atanY) + (edgeY / b * atanX));
                    sum.Radius += g * byRadius;
                    sum.X -= g * byX;
                    sum.Y -= g * byY;
                    sum.Cell += g * ((byX * (i - (0.5 * count))) + (byY * (j - (0.5 * count))));
                }
            }
        }

        private double X(int s, int edge) => ((edge - (0.5 * count)) * _cell) - _x[s];

        private double Y(int s, int edge) => ((edge - (0.5 * count)) * _cell) - _y[s];

        private struct Derivatives
        {
            public double Value, Radius, X, Y, Cell;
        }
    }
}
