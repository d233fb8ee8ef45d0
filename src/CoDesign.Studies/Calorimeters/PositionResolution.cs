using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Impact resolution per coordinate, root mean square over the spectrum and both coordinates.</summary>
public sealed record PositionResolution : ShowerMetric
{
    /// <inheritdoc/>
    public override string Name => "position_resolution";

    /// <inheritdoc/>
    public override string Description => "impact resolution per coordinate, rms over the spectrum";

    /// <inheritdoc/>
    public override string Unit => "mm";

    /// <inheritdoc/>
    public override double UnitValue => Units.Mm;

    /// <inheritdoc/>
    public override Tensor SquaredDeviations(Estimates estimates, Sample sample, Tensor azimuth) =>
        ((estimates.X - sample.X).square() + (estimates.Y - sample.Y).square()) / 2;
}
