using CoDesign.Learning.Reconstruction;
using CoDesign.Studies.Calorimeters;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace CoDesign.Studies.Tests.Calorimeters;

public sealed class CrossFitTests
{
    private const int Events = 40;

    // A reconstruction that knows the events it was fitted to by their energy.
    private sealed class Memory : IReconstruction
    {
        public List<HashSet<double>> Fits { get; } = [];

        public IFittedReconstruction Fit(Sample training, Tensor design)
        {
            HashSet<double> seen = [.. training.Energy.data<double>().ToArray()];
            Fits.Add(seen);
            return new Fitted(seen);
        }

        private sealed class Fitted(HashSet<double> seen) : IFittedReconstruction
        {
            public Estimates Estimate(Sample sample, Tensor design)
            {
                Assert.DoesNotContain(sample.Energy.data<double>().ToArray(), seen.Contains);
                return new Estimates(sample.Energy * 2, sample.X + 1, sample.Y - 1);
            }
        }
    }

    [Fact]
    public void Run_Showers_AreEstimatedOnceByAFitToTheOthers()
    {
        using DisposeScope scope = NewDisposeScope();
        var memory = new Memory();
        int[] folds = [.. Enumerable.Range(0, Events).Select(e => e / 2 % CrossFit.Folds)];
        (double[] energy, double[] x, double[] y) =
            CrossFit.Run(memory, [Reading(), Reading(), Reading()], folds, zeros(1), () => { });

        Assert.Equal(CrossFit.Folds, memory.Fits.Count);
        Assert.Equal(3 * Events, energy.Length);
        for (int i = 0; i < 3 * Events; i++)
        {
            int e = i % Events;
            Assert.Equal((2.0 * (e + 1), (10.0 * e) + 1, (-10.0 * e) - 1), (energy[i], x[i], y[i]));
        }
    }

    [Fact]
    public void Run_WithCalibrationEvents_FitsToThemAlone()
    {
        using DisposeScope scope = NewDisposeScope();
        var memory = new Memory();
        int[] folds = [.. Enumerable.Range(0, Events).Select(e => e < 32 ? e % CrossFit.Folds : CrossFit.TrainsOnly)];
        (double[] energy, _, _) = CrossFit.Run(memory, [Reading()], folds, zeros(1), () => { });

        Assert.NotEmpty(memory.Fits);
        Assert.All(memory.Fits, seen => Assert.Equal(Enumerable.Range(33, 8).Select(e => (double)e), seen.Order()));
        Assert.Equal(Enumerable.Range(1, 32).Select(e => 2.0 * e), energy[..32]);
        Assert.All(energy[32..], e => Assert.Equal(0, e));
    }

    private static Sample Reading() => new()
    {
        Amplitude = zeros([Events, 1, 9], ScalarType.Float64),
        CellSize = tensor(40.0),
        CellCount = 3,
        Energy = arange(Events, ScalarType.Float64) + 1,
        X = arange(Events, ScalarType.Float64) * 10,
        Y = arange(Events, ScalarType.Float64) * -10,
    };
}
