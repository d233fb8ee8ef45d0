using System.Globalization;
using CoDesign.Detectors.Geometries;
using CoDesign.Detectors.Trackers;
using Xunit;

namespace CoDesign.Detectors.Tests.Trackers;

public sealed class StripResponseTests
{
    private const double Pitch = 0.06;
    private const string Adc = "readout.mode=adc;readout.bits=12;readout.full_scale=100000 e";
    private const string Quiet = "readout.leakage_current=0 nA;readout.series_noise=0 nV/sqrt(Hz)";

    [Theory]
    [InlineData("")]
    [InlineData(Adc)]
    [InlineData("readout.charge_width=20 um;readout.threshold=10000 e")]
    public void Resolution_NoChargeIsShared_IsThatOfTheStrip(string overrides) =>
        Assert.Equal(Pitch / Math.Sqrt(12), Resolution(overrides), 1e-12);

    [Fact]
    public void Resolution_BinaryHalfOfThePitchIsShared_IsHalfOfTheStrips() =>
        // f = Phi(-1): the zone is 2 s wide.
        Assert.Equal(
            Pitch / Math.Sqrt(48), Resolution("readout.charge_width=15 um;readout.threshold=3173.10507863 e"), 1e-9);

    [Theory]
    [InlineData(5, 2000)]
    [InlineData(12, 4000)]
    [InlineData(3, 500)]
    public void Resolution_Binary_IsThatOfStripsThatFire(double cloudUm, double threshold)
    {
        // The obvious way: a particle at each of many places, the strips that fire, and the spread of the places with
        // the same strips around their mean, over the middle one of three pitches.
        const int PerPitch = 4000;
        var cloud = cloudUm / 1000;
        var groups = Enumerable.Range(-PerPitch, 3 * PerPitch).Select(i => Pitch * (i + 0.5) / PerPitch)
            .GroupBy(x => string.Join(' ', Enumerable.Range(-3, 7).Where(strip => Share(x, strip) * 20000 > threshold)));
        var variance = groups.Sum(group =>
        {
            var mean = group.Average();
            return group.Where(x => x is > 0 and < Pitch).Sum(x => (x - mean) * (x - mean));
        }) / PerPitch;

        // Borders of zones are known to the distance of two places.
        Assert.Equal(Math.Sqrt(variance), Resolution(string.Create(CultureInfo.InvariantCulture,
            $"readout.charge_width={cloudUm} um;readout.threshold={threshold} e")), Pitch / PerPitch);

        double Share(double x, int strip) =>
            Below(((strip + 1) * Pitch - x) / cloud) - Below((strip * Pitch - x) / cloud);
    }

    [Fact]
    public void Resolution_Adc_IsThatOfTheSharedCharge()
    {
        // Noise of 200 electrons on each strip, sampled; where one strip fires its middle is taken.
        const double Cloud = 0.01, Fraction = 0.1, Error = 0.01;
        const int Count = 100_000;
        var random = new Random(1);
        var squares = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var x = (random.NextDouble() - 0.5) * Pitch; // from the border
            var share = Below(x / Cloud);
            var (left, right) = (1 - share + Error * Normal(random), share + Error * Normal(random));
            var estimate = Math.Min(share, 1 - share) < Fraction
                ? Math.Sign(x) * Pitch / 2
                : Cloud * Inverse(right / (left + right));
            squares[i] = Math.Pow(estimate - x, 2);
        }

        var mean = squares.Average();
        var standardError = Math.Sqrt(squares.Sum(value => Math.Pow(value - mean, 2))) / Count;
        var step = 20000 * Error * Math.Sqrt(12);
        var modelled = Resolution(string.Create(CultureInfo.InvariantCulture,
            $"readout.mode=adc;readout.bits=1;readout.full_scale={2 * step} e;readout.charge_width=10 um;{Quiet}"));

        // First order in the noise, and the zone as prior knowledge: 1 % of the part with two strips.
        var single = (Pitch - 2 * Cloud * 1.2815515655446004) / Pitch;
        var shared = modelled * modelled - Math.Pow(single * Pitch, 3) / (12 * Pitch);
        var tolerance = 5 * standardError + 0.01 * shared;
        Assert.InRange(modelled * modelled, mean - tolerance, mean + tolerance);
        Assert.InRange(shared, 1e-9, double.PositiveInfinity);
    }

    [Fact]
    public void Resolution_AdcWithNoise_GrowsFromTheSingleStripsToBinary()
    {
        const string Cloud = "readout.charge_width=8 um";
        var width = 2 * 0.008 * 1.2815515655446004;
        var ideal = Math.Sqrt(Math.Pow(Pitch - width, 3) / (12 * Pitch));
        var steps = new[] { 1e-3, 100, 1000, 1e4, 1e8 }.Select(range => Resolution(string.Create(
            CultureInfo.InvariantCulture,
            $"readout.mode=adc;readout.bits=1;readout.full_scale={range:R} e;{Cloud};{Quiet}"))).ToList();

        Assert.Equal(ideal, steps[0], 1e-9);
        Assert.Equal(steps.Order(), steps);
        Assert.Equal(Resolution(Cloud), steps[^1], 1e-8);
    }

    [Fact]
    public void Efficiency_ThresholdAtTheSignal_IsOneHalf()
    {
        Assert.Equal(0.5, Layout("readout.threshold=20000 e").Efficiency.item<double>(), 1e-12);
        Assert.Equal(1, Layout("").Efficiency.item<double>(), 1e-12);
        Assert.Equal(
            0.45, Layout("readout.threshold=20000 e;layers[0].efficiency=0.9").Efficiency.item<double>(), 1e-12);
    }

    [Fact]
    public void Occupancy_ThreeSigma_IsThatOfTheNormalDistribution()
    {
        var noise = Readout("").Noise.item<double>();
        Assert.Equal(0.5, Readout("readout.threshold=0 e").NoiseOccupancy.item<double>(), 1e-12);
        Assert.Equal(1.3498980316e-3, Readout(string.Create(
            CultureInfo.InvariantCulture, $"readout.threshold={3 * noise:R} e")).NoiseOccupancy.item<double>(), 1e-10);
    }

    [Fact]
    public void TimeResolution_IsJitterAndStep()
    {
        var noise = Readout("").Noise.item<double>();
        Assert.Equal(noise / 20000 * 100, Readout("").TimeResolution.item<double>(), 1e-9);
        Assert.Equal(
            Math.Sqrt(Math.Pow(noise / 20000 * 12, 2) + (25 * 25 / 12.0)),
            Readout("readout.rise_time=12 ns;readout.tdc_bin=25 ns").TimeResolution.item<double>(), 1e-9);
    }

    [Fact]
    public void Pitch_OfACoordinateThatIsNotSegmented_IsTheExtent()
    {
        Assert.Equal((Pitch, 40), (Readout("").PitchU.item<double>(), Readout("").PitchV.item<double>()));
        Assert.Equal(20 / Pitch, Detector("").Channels.item<double>(), 1e-9);
        Assert.Equal(800, Detector("").Area.item<double>(), 1e-9);
    }

    // Phi by other means than those under test: 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...).
    // Source: Marsaglia, J. Stat. Softw. 11 (2004) 4.
    private static double Below(double x)
    {
        if (Math.Abs(x) > 8)
        {
            return x > 0 ? 1 : 0;
        }

        double sum = x, term = x;
        for (var i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); i += 2)
        {
            sum += term *= x * x / i;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }

    private static double Inverse(double probability)
    {
        double low = -6, high = 6;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle) < probability ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Resolution(string overrides) => Layout(overrides).ResolutionU.item<double>();

    private static TrackerReadout Readout(string overrides) =>
        Layout(overrides).Readout[0] ?? throw new InvalidOperationException("no readout");

    private static TrackerLayout Layout(string overrides) => Detector(overrides).Layout;

    private static TrackerDetector Detector(string overrides)
    {
        var geometry = (TrackerGeometry)GeometryLoader.Load("g.yaml", TrackerExample.OneLayer,
            overrides.Split(';', StringSplitOptions.RemoveEmptyEntries));
        return geometry.Build(geometry.Space.Baseline());
    }
}
