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
        var losses = new ChannelLosses(
            new double[events.Count], Saturated(frontEnd, readout.Saturation is null, events.Count, perEvent));
        EventLoop.Run(events.Count, (from, to) =>
        {
            for (int e = from; e < to; e++)
            {
                int clipped = 0;
                for (int i = e * perEvent; i < (e + 1) * perEvent; i++)
                {
                    charge[i] = adc.Digitise(
                        charge[i], countZ[i], excessZ[i], noiseZ[i], gainZ[i], out bool isClipped);
                    clipped += isClipped ? 1 : 0;
                }

                losses.Clipped[e] = (double)clipped / perEvent;
            }
        });
        Signals signals = frontEnd.Calibrate(charge.ToTensor(frontEnd.Photoelectrons.shape), count);
        return new Signals
        {
            Amplitude = signals.Amplitude.MoveToOuterDisposeScope(),
            Noise = signals.Noise.MoveToOuterDisposeScope(),
            Losses = losses,
        };
    }

    private static double[] Saturated(FrontEnd frontEnd, bool isLinear, int events, int perEvent)
    {
        var shares = new double[events];
        if (isLinear)
        {
            return shares;
        }

        double[] light = [.. frontEnd.Light.contiguous().Doubles()];
        double[] detected = [.. frontEnd.Photoelectrons.contiguous().Doubles()];
        for (int i = 0; i < light.Length; i++)
        {
            shares[i / perEvent] += detected[i] < (1 - ChannelLosses.SaturationLoss) * light[i] ? 1.0 / perEvent : 0;
        }

        return shares;
    }

    /// <summary>One channel's chain; charges in photo-electrons.</summary>
    private readonly record struct Digitiser(
        double Excess, double Noise, double Nonuniformity, double Count, double Codes, double Threshold)
    {
        public double Digitise(
            double mean, double countZ, double excessZ, double noiseZ, double gainZ, out bool isClipped)
        {
            double detected = PoissonQuantile.At(mean, countZ);
            // Gain fluctuations of the multiplication: variance (F - 1) per photo-electron.
            double multiplied = detected + (Math.Sqrt(Math.Max(0, Excess) * detected) * excessZ);
            double analogue = (multiplied * (1 + (Nonuniformity * gainZ))) + (Noise * noiseZ);
            double code = Math.Round(analogue / Count);
            double below = Math.Floor(Codes * FrontEnd.Pedestal);
            isClipped = code > Codes - 1 - below;
            double digitised = Math.Clamp(code, -below, Codes - 1 - below) * Count;
            return digitised > Threshold || Threshold == 0 ? digitised : 0;
        }
    }
}
