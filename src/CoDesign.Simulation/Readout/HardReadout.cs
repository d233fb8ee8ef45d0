using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Showers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Readout;

/// <summary>Readout as the electronics does it: whole photo-electrons, whole ADC counts, a hard range and a hard
/// threshold. No gradient; the numbers of a report come from here.</summary>
public sealed class HardReadout : IReadout
{
    /// <inheritdoc/>
    public Signals Read(CalorimeterDetector detector, Deposits deposits, EventBatch events)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        CalorimeterReadout readout = detector.Readout;
        var frontEnd = new FrontEnd(detector, deposits);
        double bits = Math.Round(readout.Bits.ToDouble());
        Tensor count = frontEnd.Count(tensor(bits, ScalarType.Float64));

        double[] charge = [.. frontEnd.Photoelectrons.contiguous().Doubles()];
        double[] countZ = frontEnd.Normals(events, RandomPurpose.PhotoStatistics);
        double[] excessZ = frontEnd.Normals(events, RandomPurpose.Multiplication);
        double[] noiseZ = frontEnd.Normals(events, RandomPurpose.ElectronicsNoise);
        double[] gainZ = frontEnd.Normals(events, RandomPurpose.Calibration);
        var adc = new Digitiser(
            Excess: readout.ExcessNoiseFactor.ToDouble() - 1,
            Noise: frontEnd.Noise.ToDouble(),
            Nonuniformity: readout.CalibrationNonuniformity.ToDouble(),
            Count: count.ToDouble(),
            Codes: Math.Pow(2, bits),
            Threshold: readout.ZeroSuppression.ToDouble() * frontEnd.TotalNoise(count).ToDouble());
        int perEvent = charge.Length / Math.Max(1, events.Count);
        EventLoop.Run(events.Count, (from, to) =>
        {
            for (int i = from * perEvent; i < to * perEvent; i++)
            {
                charge[i] = adc.Digitise(charge[i], countZ[i], excessZ[i], noiseZ[i], gainZ[i]);
            }
        });
        Signals signals = frontEnd.Calibrate(charge.ToTensor(frontEnd.Photoelectrons.shape), count);
        return new Signals
        {
            Amplitude = signals.Amplitude.MoveToOuterDisposeScope(),
            Noise = signals.Noise.MoveToOuterDisposeScope(),
        };
    }

    /// <summary>One channel's chain; charges in photo-electrons.</summary>
    private readonly record struct Digitiser(
        double Excess, double Noise, double Nonuniformity, double Count, double Codes, double Threshold)
    {
        public double Digitise(double mean, double countZ, double excessZ, double noiseZ, double gainZ)
        {
            double detected = PoissonQuantile.At(mean, countZ);
            // Gain fluctuations of the multiplication: variance (F - 1) per photo-electron.
            double multiplied = detected + (Math.Sqrt(Math.Max(0, Excess) * detected) * excessZ);
            double analogue = (multiplied * (1 + (Nonuniformity * gainZ))) + (Noise * noiseZ);
            double code = Math.Round(analogue / Count);
            double below = Math.Floor(Codes * FrontEnd.Pedestal);
            double digitised = Math.Clamp(code, -below, Codes - 1 - below) * Count;
            return digitised > Threshold || Threshold == 0 ? digitised : 0;
        }
    }
}
