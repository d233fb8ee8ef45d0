using CoDesign.Detectors.Trackers;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>From a layout to the inputs of the kernel.</summary>
internal static class TrackMeasurement
{
    /// <summary>Errors of the fitted parameters.</summary>
    /// <param name="layout">The tracker.</param>
    /// <param name="tracks">The tracks.</param>
    /// <param name="efficiency">What the efficiency does.</param>
    public static TrackErrors Of<TModel>(TrackerLayout layout, TrackBatch tracks, EfficiencyForm efficiency)
        where TModel : struct, IFitModel
    {
        using DisposeScope scope = NewDisposeScope();
        bool sampled = efficiency == EfficiencyForm.Sampled;
        var setup = new FitSetup(layout, tracks, sampled);
        Tensor? expected = sampled ? null : layout.Efficiency;
        Tensor squared = TrackFit<TModel>.apply(
            layout.Position, Weight(layout.ResolutionU, layout.MeasuresU, expected),
            Weight(layout.ResolutionV, layout.MeasuresV, expected), layout.RadiationLengths, layout.Thickness,
            layout.IonisationLoss, layout.HasField ? layout.Field : zeros([], dtype: ScalarType.Float64), setup);
        return new TrackErrors
        {
            Squared = squared.MoveToOuterDisposeScope(),
            Fitted = setup.Fitted,
            HitsU = setup.HitsU,
            HitsV = setup.HitsV,
        };
    }

    // 1/sigma^2 where there is a measurement, times the efficiency where that is expected; else zero, whatever sigma.
    private static Tensor Weight(Tensor resolution, IReadOnlyList<bool> measures, Tensor? efficiency)
    {
        Tensor mask = tensor(measures.ToArray());
        Tensor weight = 1 / where(mask, resolution, ones_like(resolution)).square();
        return where(mask, efficiency is null ? weight : weight * efficiency, zeros_like(resolution));
    }
}
