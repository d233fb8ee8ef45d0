using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Readout;

/// <summary>Readout with a gradient in every parameter: quantisation and counting as noise of the same variance,
/// limits and thresholds softened.</summary>
/// <remarks>
/// Photo-electrons follow a gamma law of the Poisson variance times the excess noise factor (Wilson-Hilferty);
/// quantisation adds LSB/sqrt(12) to the electronics noise; the ADC's end is a soft minimum 1 % of the range wide; zero
/// suppression is a sigmoid half a noise sigma wide. The difference to <see cref="HardReadout"/> is reported by every
/// study.
/// </remarks>
public sealed class SmoothReadout : IReadout
{
    /// <inheritdoc/>
    public Signals Read(CalorimeterDetector detector, Deposits deposits, EventBatch events)
    {
        using DisposeScope scope = NewDisposeScope();
        CalorimeterReadout readout = detector.Readout;
        var frontEnd = new FrontEnd(detector, deposits);
        Tensor count = frontEnd.Count(readout.Bits);
        Tensor noise = frontEnd.TotalNoise(count);

        Tensor detected = GammaNoise.Apply(
            frontEnd.Photoelectrons, readout.ExcessNoiseFactor.expand(frontEnd.Photoelectrons.shape[1]),
            frontEnd.Normals(events, RandomPurpose.PhotoStatistics));
        Tensor gain = 1 + (readout.CalibrationNonuniformity
            * frontEnd.Normals(events, RandomPurpose.Calibration).ToTensor(detected.shape));
        Tensor amplitude = (detected * gain)
            + (noise * frontEnd.Normals(events, RandomPurpose.ElectronicsNoise).ToTensor(detected.shape));

        Tensor end = frontEnd.Range * (1 - FrontEnd.Pedestal), width = 0.01 * frontEnd.Range;
        Tensor limited = end - (width * Softplus((end - amplitude) / width));
        Tensor threshold = readout.ZeroSuppression * noise;
        // Without suppression everything passes, also what is below zero.
        Tensor passed = readout.ZeroSuppression.ToDouble() == 0
            ? limited : limited * Sigmoid((limited - threshold) / (0.5 * noise));
        Signals signals = frontEnd.Calibrate(passed, count);
        return new Signals
        {
            Amplitude = signals.Amplitude.MoveToOuterDisposeScope(),
            Noise = signals.Noise.MoveToOuterDisposeScope(),
        };
    }

    // libtorch's own softplus and sigmoid round the last elements of a range, which pass outside the vector loop, in
    // another way than the others, so that a signal would depend on where its event lies in the batch. exp and log do
    // not.
    private static Tensor Softplus(Tensor x) => x.clamp_min(0) + (-x.abs()).exp().log1p();

    // Below -700, where it is 0 to every digit, its slope would be infinity times zero.
    private static Tensor Sigmoid(Tensor x) => 1 / (1 + (-x.clamp_min(-700)).exp());
}
