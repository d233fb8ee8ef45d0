using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.Random;
using CoDesign.Simulation.Readout;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Readout;

/// <summary>A readout on the bench: given energies in its channels instead of showers.</summary>
internal static class ReadoutBench
{
    /// <summary>Channels per event.</summary>
    public const int Cells = 25;

    /// <summary>Full scale in visible energy [MeV].</summary>
    public const double VisibleFullScale = 1000;

    /// <summary>A perfect readout with much light: the limit that each test departs from.</summary>
    public static CalorimeterReadout Ideal() => new()
    {
        Depth = ReadoutDepth.PerSection,
        LightYield = Scalar(1e12),
        ExcessNoiseFactor = Scalar(1),
        Gain = Scalar(1),
        ShapingTime = Scalar(25),
        Capacitance = Scalar(1),
        LeakageCurrent = Scalar(0),
        SeriesNoise = Scalar(0),
        FlickerNoise = Scalar(0),
        FullScale = Scalar(VisibleFullScale),
        Bits = Scalar(32),
        ZeroSuppression = Scalar(0),
        CalibrationNonuniformity = Scalar(0),
    };

    public static IReadout Make(string name) => name == "smooth" ? new SmoothReadout() : new HardReadout();

    /// <summary>Amplitudes [MeV] of energies given per channel, [events * cells].</summary>
    public static double[] Read(string name, CalorimeterReadout readout, double[] visible)
    {
        using DisposeScope scope = NewDisposeScope();
        return Signals(Make(name), readout, tensor(visible)).Amplitude.Values();
    }

    /// <summary>Signals of energies given per channel, [events * cells].</summary>
    public static Signals Signals(IReadout electronics, CalorimeterReadout readout, Tensor visible, ulong seed = 1)
    {
        int count = (int)(visible.shape[0] / Cells);
        EventBatch events = new EventSource
        {
            Particle = ParticleKind.Electron,
            Energy = EnergySpectrum.List(1000),
        }.Generate(new EventStreams(seed), 0, count);
        CalorimeterDetector detector = (TestStack.TestEm3 with { CellSize = 40 }).Build() with { Readout = readout };
        Tensor none = zeros(count, ScalarType.Float64);
        var deposits = new Deposits
        {
            Visible = visible.reshape(count, 1, Cells),
            Energy = none,
            ImpactX = none,
            ImpactY = none,
            SectionFraction = ones([count, 1], ScalarType.Float64),
            SectionDepth = 100 * ones([count, 1], ScalarType.Float64),
            VisibleFraction = Scalar(1),
        };
        return electronics.Read(detector, deposits, events);
    }

    public static double Variance(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }

    public static Tensor Scalar(double value) => tensor(value, ScalarType.Float64);
}
