using CoDesign.Learning.Reconstruction;
using TorchSharp;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Reconstruction where events are dear: each shower is estimated by a reconstruction that was fitted to the
/// others, so that all of them train and all of them test, and none judges a fit that it made.</summary>
/// <remarks>Cross-validation as in Hastie, Tibshirani, Friedman, The Elements of Statistical Learning (2009), section
/// 7.10. All readings of a shower, and all showers of a group whose scatter makes the error, are in one fold.</remarks>
internal static class CrossFit
{
    /// <summary>Fold of a shower that trains every fit and is never tested.</summary>
    public const int TrainsOnly = -1;

    /// <summary>Parts that are left out in turn: a fit then has 7/8 of the showers.</summary>
    public const int Folds = 8;

    /// <summary>Estimates for all showers.</summary>
    /// <param name="reconstruction">How to fit.</param>
    /// <param name="readings">Every reading of all showers, one sample a reading, in the same order.</param>
    /// <param name="foldOf">Fold of each shower, [events]. Where some only train, those are the calibration; else all
    /// other folds are.</param>
    /// <param name="design">The design in the unit cube, [parameters].</param>
    /// <param name="next">Called before each fit.</param>
    /// <returns>Estimates, [readings, events]; 0 for what is not tested.</returns>
    public static (double[] Energy, double[] X, double[] Y) Run(
        IReconstruction reconstruction, IReadOnlyList<Sample> readings, int[] foldOf, Tensor design, Action next)
    {
        using IDisposable noGradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Sample all = Sample.Join(readings);
        int n = readings.Count * foldOf.Length;
        bool calibrated = foldOf.Contains(TrainsOnly);
        var result = (Energy: new double[n], X: new double[n], Y: new double[n]);
        for (int fold = 0; fold < Folds; fold++)
        {
            next();
            using DisposeScope step = NewDisposeScope();
            long[] test = Numbers(f => f == fold);
            long[] training = Numbers(f => calibrated ? f == TrainsOnly : f != fold);
            Estimates estimates = reconstruction.Fit(all.Choose(Index(training)), design)
                .Estimate(all.Choose(Index(test)), design);
            Scatter(estimates.Energy, test, result.Energy);
            Scatter(estimates.X, test, result.X);
            Scatter(estimates.Y, test, result.Y);
        }

        return result;

        long[] Numbers(Func<int, bool> chosen) =>
            [.. Enumerable.Range(0, n).Where(i => chosen(foldOf[i % foldOf.Length])).Select(i => (long)i)];
    }

    private static Tensor Index(long[] numbers) => tensor(numbers, ScalarType.Int64);

    private static void Scatter(Tensor values, long[] places, double[] destination)
    {
        double[] from = values.contiguous().data<double>().ToArray();
        for (int i = 0; i < places.Length; i++)
        {
            destination[places[i]] = from[i];
        }
    }
}
