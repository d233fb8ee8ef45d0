using CoDesign.Detectors.Electronics;
using CoDesign.Detectors.Expressions;
using static TorchSharp.torch;

namespace CoDesign.Detectors.Trackers;

/// <summary>Evaluates the electronics of a group of layers, and what they make of a hit.</summary>
/// <param name="description">The electronics.</param>
/// <param name="values">The names of the group, with its pitches, thickness and position.</param>
internal sealed class LayerElectronics(TrackerReadoutDescription description, LayerValues values)
{
    /// <summary>The electronics, tensors [layers].</summary>
    /// <remarks>
    /// Time stamp: jitter sigma_n/(dV/dt) of a leading edge that rises linearly to the signal, and step/sqrt(12); noise
    /// alone passes the threshold T with probability erfc(T/(sqrt(2) sigma_n))/2. Source: Spieler (2005), chapter 4.
    /// </remarks>
    public TrackerReadout Read(Tensor pitchU, Tensor pitchV)
    {
        var noise = Noise();
        var (signal, threshold) = (Value(description.Signal), Value(description.Threshold));
        var jitter = noise / signal * Value(description.RiseTime);
        return new TrackerReadout
        {
            PitchU = pitchU,
            PitchV = pitchV,
            Signal = signal,
            Noise = noise,
            Threshold = threshold,
            ChargeWidth = Value(description.ChargeWidth),
            MeasuresCharge = description.MeasuresCharge,
            ChargeStep = description is { FullScale: { } range, Bits: { } bits }
                ? Value(range) * (-(Value(bits) * Math.Log(2))).exp()
                : zeros_like(signal),
            TimeResolution = (jitter.square() + (Value(description.TimeStep).square() / 12)).sqrt(),
            NoiseOccupancy = Exceeds(-threshold / noise),
        };
    }

    /// <summary>Resolution in a coordinate [mm], and which of its hits are shared.</summary>
    public static (Tensor Resolution, SharedHits Shared) Resolution(TrackerReadout readout, Tensor pitch)
    {
        var fraction = readout.Threshold / readout.Signal;
        if (!readout.MeasuresCharge)
        {
            return Resolution(StripResponse.Binary(pitch, readout.ChargeWidth, fraction));
        }

        var error = (readout.Noise.square() + (readout.ChargeStep.square() / 12)).sqrt() / readout.Signal;
        return Resolution(StripResponse.Analogue(pitch, readout.ChargeWidth, fraction, error));
    }

    /// <summary>Probability that a strip with the whole signal and its noise passes the threshold.</summary>
    /// <remarks>Neither charge that is shared near a border nor the Landau fluctuations of the signal are in it: it is
    /// too high where the threshold is above a third of the signal.</remarks>
    public static Tensor Efficiency(TrackerReadout readout) =>
        Exceeds((readout.Signal - readout.Threshold) / readout.Noise);

    private static (Tensor Resolution, SharedHits Shared) Resolution((Tensor Single, SharedHits Shared) response)
    {
        var (single, shared) = response;
        var variance = ((1 - shared.Probability) * single) + (shared.Probability * shared.Variance);
        return (variance.sqrt(), shared);
    }

    private static Tensor Exceeds(Tensor sigmas) => special.erfc(-sigmas / Math.Sqrt(2)) / 2;

    private Tensor Noise() => new AmplifierNoise
    {
        ShapingTime = Value(description.ShapingTime),
        Capacitance = Value(description.Capacitance),
        LeakageCurrent = Value(description.LeakageCurrent),
        ParallelResistance = description.ParallelResistance is { } resistance ? Value(resistance) : null,
        SeriesNoise = Value(description.SeriesNoise),
        FlickerNoise = Value(description.FlickerNoise),
    }.EquivalentCharge();

    private Tensor Value(Expression expression) => values.Evaluate(expression);
}
