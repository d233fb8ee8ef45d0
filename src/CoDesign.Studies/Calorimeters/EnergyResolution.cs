using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Relative energy resolution, root mean square of (E_rec - E) / E over the spectrum.</summary>
public sealed record EnergyResolution : ShowerMetric
{
    /// <inheritdoc/>
    public override string Name => "energy_resolution";

    /// <inheritdoc/>
    public override string Description => "relative energy resolution, rms over the spectrum";

    /// <inheritdoc/>
    public override string Unit => "%";

    /// <inheritdoc/>
    public override double UnitValue => Units.Percent;

    /// <inheritdoc/>
    public override Tensor SquaredDeviations(Estimates estimates, Sample sample, Tensor azimuth) =>
        ((estimates.Energy / sample.Energy) - 1).square();
}
