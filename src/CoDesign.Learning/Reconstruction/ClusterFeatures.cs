using static TorchSharp.torch;

namespace CoDesign.Learning.Reconstruction;

/// <summary>Sums and barycentres of a cluster, from which both reconstructions start. Dimensionless positions are in
/// cells.</summary>
internal sealed class ClusterFeatures
{
    // Sharpness of the S-curve's linearisation asinh(k b): a core of a tenth of a cell, as for showers in cells of
    // one R_M.
    private const double Sharpness = 10;

    /// <summary>Sum over cells per depth, [events, depths] [MeV].</summary>
    public Tensor DepthSum { get; }

    /// <summary>Sum over all, floored at a positive value, [events] [MeV].</summary>
    public Tensor Sum { get; }

    /// <summary>Sum over the central 3 x 3 cells, [events] [MeV].</summary>
    public Tensor CentralSum { get; }

    /// <summary>Column fractions of the sum, [events, cells per side].</summary>
    public Tensor Columns { get; }

    /// <summary>Row fractions of the sum, [events, cells per side].</summary>
    public Tensor Rows { get; }

    private readonly Tensor _place;

    public ClusterFeatures(Sample sample)
    {
        int n = sample.CellCount;
        long depths = sample.Amplitude.shape[1];
        DepthSum = sample.Amplitude.sum(2);
        Tensor cells = sample.Amplitude.sum(1).reshape(-1, n, n);
        // A cluster without a signal (all channels suppressed) estimates from the floor; its slope there is zero.
        Sum = DepthSum.sum(1).clamp_min(1e-3);
        int first = Math.Max(0, (n - 3) / 2), width = Math.Min(3, n);
        CentralSum = cells.narrow(1, first, width).narrow(2, first, width).sum(2).sum(1);
        Columns = cells.sum(1) / Sum.unsqueeze(1);
        Rows = cells.sum(2) / Sum.unsqueeze(1);
        _place = arange(n, ScalarType.Float64) - ((n - 1) / 2.0);
        Depths = depths;
    }

    /// <summary>Depths read out.</summary>
    public long Depths { get; }

    /// <summary>Barycentre along one axis, in cells, [events].</summary>
    /// <param name="fractions">Column or row fractions.</param>
    public Tensor Barycentre(Tensor fractions) => (fractions * _place).sum(1);

    /// <summary>Functions of the barycentre that linearise its S-curve, [events, functions].</summary>
    /// <param name="fractions">Column or row fractions.</param>
    public Tensor PositionBasis(Tensor fractions)
    {
        Tensor b = Barycentre(fractions);
        Tensor scaled = Sharpness * b;
        // asinh by its logarithm.
        Tensor asinh = (scaled + (scaled.square() + 1).sqrt()).clamp_min(1e-12).log();
        Tensor logE = (Sum.log() - 6) / 3; // of order one between 10 MeV and 10 GeV of visible energy
        return stack([b, b.pow(3), asinh, b * logE, asinh * logE], 1);
    }

    /// <summary>Functions of the sums that the energy is linear in, [events, functions] [MeV].</summary>
    public Tensor EnergyBasis()
    {
        Tensor logE = (Sum.log() - 6) / 3;
        List<Tensor> basis = [ones_like(Sum), Sum * logE, .. DepthSum.unbind(1)];
        // Energy outside the central cells tells of leakage; in a grid of 3 x 3 there is none, only rounding.
        if (_place.shape[0] > 3)
        {
            basis.Add(Sum - CentralSum);
        }

        if (Depths > 1)
        {
            basis.Add(DepthSum.select(1, Depths - 1).square() / Sum);
        }

        return stack(basis, 1);
    }
}
