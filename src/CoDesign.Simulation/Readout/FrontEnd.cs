using CoDesign.Detectors.Calorimeters;
using CoDesign.Detectors.Electronics;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Readout;

/// <summary>What both readouts share: light to photo-electrons, noise, and the size of an ADC count. Amplitudes are in
/// photo-electrons at the photodetector.</summary>
internal sealed class FrontEnd
{
    /// <summary>Pedestal as a fraction of the ADC range: room for noise below zero.</summary>
    public const double Pedestal = 1.0 / 64;

    public FrontEnd(CalorimeterDetector detector, Deposits deposits)
    {
        CalorimeterReadout readout = detector.Readout;
        LightYield = readout.LightYield;
        Tensor collected = deposits.Visible;
        if (readout.AttenuationLength is { } attenuation)
        {
            // The photodetector looks at the rear end of the stack.
            Tensor path = (detector.Depth - deposits.SectionDepth).clamp_min(0);
            collected = collected * (-path / attenuation).exp().unsqueeze(2);
        }

        Tensor light = readout.Depth == ReadoutDepth.Summed ? collected.sum(1, keepdim: true) : collected;
        Tensor mean = LightYield * light;
        Light = mean;
        Photoelectrons = readout.Saturation is { } pixels ? pixels * (1 - (-mean / pixels).exp()) : mean;
        Noise = EquivalentNoiseCharge(readout);
        // The range is given in the energy of a shower that one channel may hold.
        Range = readout.FullScale * deposits.VisibleFraction * LightYield;
    }

    /// <summary>Photo-electrons per MeV of visible energy [1/MeV], scalar.</summary>
    public Tensor LightYield { get; }

    /// <summary>Mean photo-electrons that the light would make without saturation, [events, depths, cells].</summary>
    public Tensor Light { get; }

    /// <summary>Mean photo-electrons, [events, depths, cells].</summary>
    public Tensor Photoelectrons { get; }

    /// <summary>Electronics noise [photo-electrons], scalar.</summary>
    public Tensor Noise { get; }

    /// <summary>ADC range [photo-electrons], scalar.</summary>
    public Tensor Range { get; }

    /// <summary>Size of an ADC count [photo-electrons], scalar.</summary>
    /// <param name="bits">Bits of the ADC, scalar; may be relaxed to a real number.</param>
    public Tensor Count(Tensor bits) => Range * (-(bits * Math.Log(2))).exp();

    /// <summary>Noise of the digitised amplitude [photo-electrons]: electronics and quantisation, LSB^2/12.</summary>
    /// <param name="count">Size of an ADC count [photo-electrons].</param>
    public Tensor TotalNoise(Tensor count) => (Noise.square() + (count.square() / 12)).sqrt();

    /// <summary>Calibrated signals from digitised photo-electrons.</summary>
    public Signals Calibrate(Tensor digitised, Tensor count) =>
        new() { Amplitude = digitised / LightYield, Noise = TotalNoise(count) / LightYield };

    /// <summary>Random numbers of every channel of a batch, [events, depths, cells] in one array.</summary>
    /// <param name="events">The batch.</param>
    /// <param name="purpose">What they are for.</param>
    public double[] Normals(EventBatch events, RandomPurpose purpose)
    {
        long[] shape = Photoelectrons.shape;
        int channels = (int)(shape[1] * shape[2]);
        var draws = new double[events.Count * channels];
        events.Streams.Normals(events.First, events.Count, channels, purpose, draws);
        return draws;
    }

    /// <summary>Equivalent noise charge of the readout [photo-electrons], scalar.</summary>
    public static Tensor EquivalentNoiseCharge(CalorimeterReadout readout) => new AmplifierNoise
    {
        ShapingTime = readout.ShapingTime,
        Capacitance = readout.Capacitance,
        LeakageCurrent = readout.LeakageCurrent,
        ParallelResistance = readout.ParallelResistance,
        SeriesNoise = readout.SeriesNoise,
        FlickerNoise = readout.FlickerNoise,
        Gain = readout.Gain,
        ExcessNoiseFactor = readout.ExcessNoiseFactor,
    }.EquivalentCharge();
}
