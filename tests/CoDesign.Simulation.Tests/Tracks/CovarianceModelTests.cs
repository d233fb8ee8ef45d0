using CoDesign.Detectors.Trackers;
using CoDesign.Physics;
using CoDesign.Physics.Scattering;
using CoDesign.Physics.Tracking;
using CoDesign.Simulation.Tracks;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Closed forms, limits and scaling laws.</summary>
public sealed class CovarianceModelTests
{
    // So fast that a track of a metre in a few tesla is straight to 1e-9.
    private const double Fast = 1e9 * Units.GeV;

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(20)]
    public void Curvature_UniformPlanes_IsGluckstern(int planes)
    {
        double[] position = [.. Enumerable.Range(0, planes).Select(i => 1000.0 * i / (planes - 1))];
        Assert.Equal(Gluckstern.UniformFactor(planes), CurvatureFactor(position), 1e-6 * 50);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(20)]
    public void Curvature_OptimalSplit_IsTheThreeGroupFactor(int planes) =>
        Assert.All(Gluckstern.OptimalSplits(planes), split =>
        {
            double[] position = [.. Enumerable.Range(0, planes).Select(
                i => i < split.Inner ? 0.0 : i < split.Inner + split.Middle ? 500 : 1000)];
            Assert.Equal(Gluckstern.ThreeGroupFactor(split), CurvatureFactor(position), 1e-6 * 20);
        });

    [Fact]
    public void Momentum_BarrelOfTenLayers_IsTheExampleOfThePdg()
    {
        // sigma(pT)/pT^2 = sigma sqrt(A)/(c B L^2) at B = 3.8 T, L = 1.1 m, 20 um; 1.04e-4/GeV with 720/(N+4), which is
        // 3 % above the exact factor at N = 10.
        double sigma = 20 * Units.Um, arm = 1100, field = 3.8 * Units.Tesla;
        double[] radii = [.. Enumerable.Range(0, 10).Select(i => 40 + (arm * i / 9))];
        TestTracker tracker = TestTracker.Ideal(radii, sigma) with { Shape = TrackerShape.Barrel, Field = field };
        double actual = Math.Sqrt(Variance(tracker, Fast, 2)) / (PhysicalConstants.SpeedOfLight * field);
        double expected = Gluckstern.InverseMomentumError(sigma, Gluckstern.UniformFactor(10), field, arm);
        Assert.Equal(expected, actual, 1e-6 * expected);
        Assert.Equal(1.04e-4 / Units.GeV, actual, 0.03 * actual);
    }

    [Theory]
    [InlineData(TrackerShape.Barrel)]
    [InlineData(TrackerShape.Planes)]
    public void Offset_TwoClustersWithoutField_IsTheLineExtrapolation(TrackerShape shape)
    {
        TestTracker tracker = TestTracker.Ideal([39, 39, 39, 70, 70], 0.01) with { Shape = shape, HasField = false };
        double expected = LineExtrapolation.VarianceFactor(39, 70, 0.6) * 0.01 * 0.01 / 5;
        foreach (int parameter in new[] { 0, 3 })
        {
            Assert.Equal(expected, Variance(tracker, 1000, parameter), 1e-12 * expected);
        }

        Assert.Equal(0, Variance(tracker, 1000, (int)TrackParameter.Curvature));
    }

    [Fact]
    public void Curvature_PerfectMeasurement_IsThatOfScatteringAlone()
    {
        // Planes that measure perfectly give slopes, whose differences measure kappa with the error theta0 each.
        double[] x = [0, 90, 210, 400, 430, 600];
        TestTracker tracker = TestTracker.Ideal(x, 1e-4) with
        {
            Field = 1e-9 * Units.Tesla,
            RadiationLengths = [.. x.Select(_ => 0.01)],
        };
        TrackBatch batch = tracker.Straight(1000);
        double theta = MultipleScattering.HighlandAngle(1000, batch.Beta(0), 0.01);
        double expected = theta * theta
            / Enumerable.Range(1, 4).Sum(i => Math.Pow((x[i + 1] - x[i - 1]) / 2, 2));
        // (sigma/(theta0 x))^2 is 1e-6 for planes 100 mm apart; much below, the filter loses digits to cancellation.
        Assert.Equal(expected, Variance(tracker, 1000, 2), 1e-5 * expected);
    }

    [Fact]
    public void Errors_NoMaterialStraightTracks_DoNotDependOnMomentum() =>
        TestTracker.Any(TrackerShape.Planes, false, 9).Check(20, tracker =>
        {
            tracker = tracker with { RadiationLengths = new double[9], Loss = new double[9] };
            double[] slow = All(tracker, 300), fast = All(tracker, 30_000);
            Assert.All(slow.Zip(fast), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * pair.First));
        });

    [Fact]
    public void Errors_ResolutionDoubled_DoubleWithoutMaterial() =>
        TestTracker.Any(TrackerShape.Barrel, true, 9).Check(20, tracker =>
        {
            tracker = tracker with { RadiationLengths = new double[9], Loss = new double[9] };
            TestTracker coarse = tracker with
            {
                SigmaU = [.. tracker.SigmaU.Select(s => 2 * s)],
                SigmaV = [.. tracker.SigmaV.Select(s => 2 * s)],
            };
            (double[] fine, double[] doubled) = (All(tracker, 1000), All(coarse, 1000));
            Assert.All(fine.Zip(doubled), pair => Assert.Equal(4 * pair.First, pair.Second, 1e-9 * pair.Second));
        });

    [Fact]
    public void Errors_AllLengthsScaled_FollowTheirDimensions() =>
        Gen.Select(TestTracker.Any(TrackerShape.Barrel, true, 9), LogUniform(0.3, 3)).Check(20, (one, k) =>
        {
            TestTracker two = one with
            {
                Position = [.. one.Position.Select(x => k * x)],
                SigmaU = [.. one.SigmaU.Select(x => k * x)],
                SigmaV = [.. one.SigmaV.Select(x => k * x)],
                Thickness = [.. one.Thickness.Select(x => k * x)],
                Field = one.Field / k,
            };
            double[] power = [2, 0, -2, 2, 0], from = All(one, 2000), to = All(two, 2000);
            for (int i = 0; i < 5; i++)
            {
                Assert.Equal(from[i] * Math.Pow(k, power[i]), to[i], 1e-9 * to[i]);
            }
        });

    [Fact]
    public void Errors_MoreMaterial_AreLarger() => TestTracker.Any(TrackerShape.Barrel, true, 9).Check(20, drawn =>
    {
        TestTracker thin = drawn with { Loss = new double[9] };
        TestTracker thick = thin with { RadiationLengths = [.. thin.RadiationLengths.Select(x => 2 * x)] };
        Assert.All(All(thin, 1000).Zip(All(thick, 1000)), pair => Assert.True(pair.Second > pair.First));
    });

    [Fact]
    public void Errors_LayersOfUOnly_KnowTheOtherParameters()
    {
        TestTracker both = TestTracker.Ideal([30, 60, 90, 150], 0.01) with { Field = 2 * Units.Tesla };
        TestTracker single = both with { MeasuresV = new bool[4] };
        double[] expected = All(both, Fast), actual = All(single, Fast);
        Assert.Equal([.. expected[..3], 0, 0], actual);
    }

    [Fact]
    public void Fitted_AllHitsAtOnePlace_AreNone()
    {
        TestTracker tracker = TestTracker.Ideal([50, 50, 50, 50, 50], 0.01) with
        {
            Field = 2 * Units.Tesla,
            RadiationLengths = [0.01, 0.01, 0.01, 0.01, 0.01],
        };
        using DisposeScope scope = NewDisposeScope();
        TrackErrors errors = new CovarianceModel().Measure(tracker.Layout(), tracker.Straight(1000, 5, 0.1));
        Assert.Empty(errors.Fitted);
        Assert.Equal([0, 5], errors.Squared.shape);
        Assert.All(errors.HitsU, hits => Assert.Equal(5, hits));
    }

    [Fact]
    public void Fitted_CurlingTrack_StopsAtTheLayerItCannotReach()
    {
        // Radius of curvature 100 MeV/(0.2998 * 2 T) = 167 mm: turns back at 334 mm.
        TestTracker tracker = TestTracker.Ideal([100, 200, 300, 400], 0.01) with
        {
            Shape = TrackerShape.Barrel,
            Field = 2 * Units.Tesla,
        };
        using DisposeScope scope = NewDisposeScope();
        TrackErrors errors = new CovarianceModel().Measure(tracker.Layout(), tracker.Straight(100));
        Assert.Equal(3, Assert.Single(errors.HitsU));
        Assert.Single(errors.Fitted);
    }

    [Fact]
    public void ExpectedEfficiency_NearOne_IsTheSampledMeanLessTheLeverage()
    {
        // To first order the loss of a hit of leverage h counts 1 - h times: h = 9/N at the ends of a parabola through
        // N equal distances, less elsewhere.
        double[] x = [.. Enumerable.Range(0, 20).Select(i => 50.0 * i)];
        TestTracker perfect = TestTracker.Ideal(x, 0.01) with { Field = Units.Tesla };
        TestTracker tracker = perfect with { Efficiency = [.. x.Select(_ => 0.99)] };
        using DisposeScope scope = NewDisposeScope();
        double[] sampled = new CovarianceModel(EfficiencyForm.Sampled)
            .Measure(tracker.Layout(), tracker.Straight(Fast, 20_000)).Squared.select(1, 2).Values();
        double least = Variance(perfect, Fast, 2), expected = Variance(tracker, Fast, 2) - least;
        double mean = sampled.Average() - least;
        double error = Math.Sqrt(sampled.Sum(s => Math.Pow(s - least - mean, 2))) / sampled.Length;
        Assert.InRange(expected, (1 - (9.0 / 20)) * (mean - (5 * error)), mean + (5 * error));
    }

    private static double CurvatureFactor(double[] position)
    {
        TestTracker tracker = TestTracker.Ideal(position, 0.02) with { Field = 2 * Units.Tesla };
        return Variance(tracker, Fast, 2) * Math.Pow(position[^1] - position[0], 4) / (0.02 * 0.02);
    }

    private static double Variance(TestTracker tracker, double pt, int parameter) => All(tracker, pt)[parameter];

    private static double[] All(TestTracker tracker, double pt)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackErrors errors = new CovarianceModel().Measure(tracker.Layout(), tracker.Straight(pt));
        Assert.Single(errors.Fitted);
        return errors.Squared.Values();
    }
}
