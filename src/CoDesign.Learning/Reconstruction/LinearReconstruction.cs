using static TorchSharp.torch;

namespace CoDesign.Learning.Reconstruction;

/// <summary>Energy and impact by weighted least squares on functions of the cluster sums, solved in closed form. The
/// solution is a differentiable function of the signals, so a design's gradient sees the refitted
/// calibration.</summary>
/// <remarks>
/// w = (A^T W A)^-1 A^T W y. Energy: W = 1/E (variance of a sampling calorimeter), basis of sums per depth, leakage
/// proxies and a logarithmic non-linearity. Impact: functions of the barycentre that straighten its S-curve, in cells.
/// </remarks>
public sealed class LinearReconstruction : IReconstruction
{
    // Relative ridge: far below the statistical error of any coefficient, above the rounding of the normal equations.
    private const double Ridge = 1e-10;

    /// <inheritdoc/>
    public IFittedReconstruction Fit(Sample training, Tensor design)
    {
        var features = new ClusterFeatures(training);
        Tensor weight = 1 / training.Energy;
        Tensor energy = Solve(features.EnergyBasis(), training.Energy, weight);
        Tensor bothAxes = cat([features.PositionBasis(features.Columns), features.PositionBasis(features.Rows)]);
        Tensor truth = cat([training.X, training.Y]) / training.CellSize;
        // Position errors fall with energy; without a weight the lowest energies would decide.
        Tensor position = Solve(bothAxes, truth, cat([training.Energy, training.Energy]));
        return new Fitted(energy, position);
    }

    /// <summary>Weighted least squares.</summary>
    /// <param name="basis">A, [events, functions].</param>
    /// <param name="target">y, [events].</param>
    /// <param name="weight">W, [events], positive.</param>
    /// <returns>Coefficients, [functions].</returns>
    public static Tensor Solve(Tensor basis, Tensor target, Tensor weight)
    {
        // Columns brought to unit length first: the ridge and the rounding then mean the same for each.
        Tensor scale = (basis.square() * weight.unsqueeze(1)).sum(0L).sqrt().clamp_min(1e-300);
        Tensor scaled = basis / scale;
        Tensor weighted = scaled * weight.unsqueeze(1);
        Tensor normal = weighted.t().mm(scaled) + (Ridge * eye(basis.shape[1], dtype: ScalarType.Float64));
        Tensor right = weighted.t().mv(target);
        return linalg.solve(normal, right) / scale;
    }

    private sealed class Fitted(Tensor energy, Tensor position) : IFittedReconstruction
    {
        public Estimates Estimate(Sample sample, Tensor design)
        {
            var features = new ClusterFeatures(sample);
            return new Estimates(
                features.EnergyBasis().mv(energy),
                features.PositionBasis(features.Columns).mv(position) * sample.CellSize,
                features.PositionBasis(features.Rows).mv(position) * sample.CellSize);
        }
    }
}
