using CoDesign.Detectors.Trackers;
using CoDesign.Simulation.Tracks;
using TorchSharp;
using Xunit;
using static CoDesign.Physics.Tests.Draws;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tests.Tracks;

/// <summary>Threads, live tensors and allocated bytes.</summary>
[Collection(Alone.Name)]
public sealed class TrackMemoryTests
{
    public static TheoryData<ITrackModel> Models => [
        new CovarianceModel(), new CovarianceModel(EfficiencyForm.Sampled), new HitModel()];

    [Theory]
    [MemberData(nameof(Models))]
    public void Measure_OneAndTwoThreads_GiveTheSameBits(ITrackModel model)
    {
        int threads = get_num_threads();
        try
        {
            TestTracker tracker = Tracker(12);
            TrackBatch batch = tracker.Tracks(1501).Draw(5);
            set_num_threads(1);
            double[][] one = Step(model, tracker, batch);
            set_num_threads(2);
            double[][] two = Step(model, tracker, batch);
            Assert.Equal(one, two);
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Measure_Twice_LeavesNoTensors(ITrackModel model)
    {
        TestTracker tracker = Tracker(9);
        TrackBatch batch = tracker.Tracks(300).Draw(6);
        long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        for (int i = 0; i < 2; i++)
        {
            Step(model, tracker, batch);
            Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Step_MoreTracks_AllocatesConstantsAndResultsOnly(ITrackModel model)
    {
        // Per track: ten constants, five squares four times (all, fitted, their copy, gradient), a flag and three
        // numbers, and five values the test takes out; nothing per track and layer.
        const int Few = 1024, More = 4096, Bound = (8 * (10 + (4 * 5) + 5)) + 1 + (3 * 4) + 64;
        foreach (int layers in new[] { 10, 40 })
        {
            TestTracker tracker = Tracker(layers);
            double perTrack = (Bytes(tracker, Few + More) - Bytes(tracker, Few)) / (double)More;
            Assert.InRange(perTrack, 0, Bound);
        }

        long Bytes(TestTracker tracker, int tracks)
        {
            TrackBatch batch = tracker.Straight(5000, tracks);
            Step(model, tracker, batch);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Step(model, tracker, batch);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    private static TestTracker Tracker(int layers) =>
        TestTracker.Any(TrackerShape.Barrel, true, layers).Draw(layers) with
        {
            Efficiency = [.. Enumerable.Repeat(0.98, layers)],
        };

    private static double[][] Step(ITrackModel model, TestTracker tracker, TrackBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        TrackerLayout layout = tracker.Layout();
        Tensor[] inputs = [layout.Position, layout.ResolutionU, layout.RadiationLengths, layout.Field];
        foreach (Tensor input in inputs)
        {
            input.requires_grad_(true);
        }

        Tensor squared = model.Measure(layout, batch).Squared;
        return [squared.Values(), .. autograd.grad([squared.log().mean()], [.. inputs]).Select(g => g.Values())];
    }
}
