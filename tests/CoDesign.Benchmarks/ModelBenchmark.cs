using CoDesign.Optimization.Bayesian.Models;
using CoDesign.Optimization.Searches;
using CoDesign.Optimization.Spaces;

namespace CoDesign.Benchmarks;

/// <summary>Fits and predictions of Gaussian processes, against observations.</summary>
internal static class ModelBenchmark
{
    private const int Dimensions = 6;

    public static int Run(string[] args)
    {
        int[] counts = args.Length > 0 ? [.. args.Select(int.Parse)] : [50, 100, 200, 1000];
        Console.WriteLine($"Gaussian process in {Dimensions} dimensions; median (quartiles)");
        GaussianProcess.Fit(Data(50), new ModelOptions());
        Timing.Measure(() => GaussianProcess.Fit(Data(50), new ModelOptions()), 20, 1);
        foreach (int count in counts)
        {
            Print(count);
        }

        return 0;
    }

    private static void Print(int count)
    {
        ModelData data = Data(count);
        var options = new ModelOptions();
        int repeats = Math.Clamp(2000 / count, 3, 21);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var model = GaussianProcess.Fit(data, options);
        double megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        var fit = Timing.Measure(() => GaussianProcess.Fit(data, options), 0, repeats);
        double[] unit = [0.1, 0.3, 0.5, 0.7, 0.9, 0.2], mean = new double[Dimensions], variance = new double[Dimensions];
        var predict = Timing.Measure(() => Repeat(100, () => model.At(unit)), 20, 21);
        var gradient = Timing.Measure(() => Repeat(100, () => model.At(unit, mean, variance)), 20, 21);
        var with = Timing.Measure(() => model.With(unit, 1), 5, 21);
        Console.WriteLine($"n = {count}: fit {fit}, {megabytes:0.0} MB allocated");
        Console.WriteLine($"    prediction {10 * predict.Median:0.0} us, with gradient {10 * gradient.Median:0.0} us, "
            + $"one more value {1000 * with.Median:0.0} us");
        // As many predictions as a search of an acquisition function asks: 10 starts of 60 steps, 1000 samples.
        double suggestion = fit.Median + (0.01 * ((1000 * predict.Median) + (600 * gradient.Median)));
        Console.WriteLine($"    a suggestion, about {suggestion:0} ms");
    }

    private static void Repeat(int count, Action action)
    {
        for (int i = 0; i < count; i++)
        {
            action();
        }
    }

    private static ModelData Data(int count)
    {
        var space = new SearchSpace([.. Enumerable.Range(0, Dimensions).Select(i => new SearchVariable
        {
            Name = $"x{i}", Kind = VariableKind.Continuous, Minimum = 0, Maximum = 1,
        })]);
        var sequence = new SobolSequence(Dimensions, 1);
        double[][] points = [.. Enumerable.Range(0, count).Select(i => sequence.Point(i))];
        return new ModelData { Space = space, Points = points, Values = [.. points.Select(Value)] };
    }

    private static double Value(double[] x) =>
        Math.Sin(6 * x[0]) + (x[1] * Math.Cos(4 * x[2])) + (x[3] * x[3]) + (0.1 * x[4]);
}
