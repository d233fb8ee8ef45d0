using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using CsCheck;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Gradients by every input at random layouts, some layers of which lie in one place.</summary>
public sealed class TrackGradientTests
{
    private const int Layers = 9;

    private static readonly string[] Inputs =
        ["position", "sigma u", "sigma v", "x0", "thickness", "loss", "efficiency"];

    [Theory]
    [MemberData(nameof(TrackFitReferenceTests.Kinds), MemberType = typeof(TrackFitReferenceTests))]
    public void Covariance_EveryInput_HasTheGradientOfDifferences(TrackerShape shape, bool field) =>
        Check(shape, field, new CovarianceModel(), 0.9);

    [Theory]
    [MemberData(nameof(TrackFitReferenceTests.Kinds), MemberType = typeof(TrackFitReferenceTests))]
    public void SampledEfficiency_EveryInput_HasTheGradientOfDifferences(TrackerShape shape, bool field) =>
        Check(shape, field, new CovarianceModel(EfficiencyForm.Sampled), 0.95);

    [Theory]
    [MemberData(nameof(TrackFitReferenceTests.Kinds), MemberType = typeof(TrackFitReferenceTests))]
    public void Hits_EveryInput_HasTheGradientOfDifferences(TrackerShape shape, bool field) =>
        Check(shape, field, new HitModel(), 0.95);

    // Inputs are relative changes of each number, so that the components are of comparable size. Five sums of squares,
    // one per parameter, are checked one by one: a gradient that is lost in a sum does not hide.
    private static void Check(TrackerShape shape, bool field, ITrackModel model, double efficiency) =>
        (
            from drawn in TestTracker.Any(shape, field, Layers)
            from batch in drawn.Tracks(7, 1000, 5000)
            select (drawn, batch)).Check(4, (drawn, batch) =>
        {
            // Much loss of energy instead of slow tracks: the more scattering exceeds the resolution, the more digits a
            // difference of two results loses.
            TestTracker tracker = drawn with
            {
                Efficiency = [.. drawn.Position.Select(_ => efficiency)],
                Loss = [.. drawn.Loss.Select(l => 20 * l)],
                // Displacements as large as what the angles do.
                Thickness = [.. drawn.Thickness.Select(t => 20 * t)],
            };
            double[] scale;
            using (DisposeScope scope = NewDisposeScope())
            {
                TrackErrors at = model.Measure(tracker.Layout(), batch);
                Assert.NotEmpty(at.Fitted);
                scale = [.. at.Squared.mean([0]).Values().Select(v => v > 0 ? 1 / v : 0)];
            }

            string[] names = [.. Inputs.SelectMany(i => Enumerable.Range(0, Layers).Select(l => $"{i} {l}")), "field"];
            for (int k = 0; k < 5; k++)
            {
                int parameter = k;
                if (scale[k] > 0)
                {
                    CentralDifference.Check(
                        x => model.Measure(Moved(tracker, x), batch).Squared.select(1, parameter).mean()
                            * scale[parameter],
                        new double[names.Length], names);
                }
            }
        });

    private static TrackerLayout Moved(TestTracker tracker, Tensor x)
    {
        int part = 0;
        return tracker.Layout(
            Next(tracker.Position), Next(tracker.SigmaU), Next(tracker.SigmaV), Next(tracker.RadiationLengths),
            Next(tracker.Thickness), Next(tracker.Loss), tracker.Field * (1 + x[-1]), Last());

        Tensor Next(double[] at)
        {
            Tensor moved = tensor(at, dtype: ScalarType.Float64) * (1 + x.narrow(0, part * Layers, Layers));
            part++;
            return moved;
        }

        Tensor Last()
        {
            part = 6;
            return Next(tracker.Efficiency);
        }
    }
}
