namespace CoDesign.Optimization.Bayesian.Models;

/// <summary>Finds the most probable hyperparameters: a few steps from every start, then on from the best.</summary>
internal static class HyperparameterFit
{
    private const int FirstSteps = 12;
    private const double FirstPrecision = 1e-4, Precision = 1e-6;

    // Offsets of log(l) from the mode of its prior, and logarithms of the noise of values and slopes: rather smooth and
    // rather rough functions, with little noise, and a smooth one under much.
    private static readonly (double Length, double Noise, double Slope)[] Starts =
        [(0, -4.6, -7), (1.5, -4.6, -7), (0.5, -1, -1), (-1.2, -6, -7)];

    /// <summary>The most probable hyperparameters, then a sample of probable ones if the options ask for it.</summary>
    /// <param name="rows">Rows to fit to.</param>
    /// <param name="few">Some of them, for the first steps; or the same.</param>
    /// <param name="options">Effort.</param>
    public static KernelParameters[] Run(ModelRows rows, ModelRows few, ModelOptions options)
    {
        var posterior = new LogPosterior(rows);
        (double[] lower, double[] upper) = Bounds(rows, posterior.Count);
        double[] best = FromStarts(few == rows ? posterior : new LogPosterior(few), few, lower, upper, options);
        (best, _, _) = BoundedMinimizer.Minimize(best, lower, upper, posterior.Evaluate, options.Iterations, Precision);
        List<double[]> all = [best];
        if (rows.Rows <= options.SampledRows)
        {
            all.AddRange(HyperparameterSamples.Draw(posterior, best, options.Samples - 1));
        }

        return [.. all.Select(logs => posterior.Parameters(logs))];
    }

    private static double[] FromStarts(
        LogPosterior posterior, ModelRows rows, double[] lower, double[] upper, ModelOptions options)
    {
        double[] best = [];
        double least = double.PositiveInfinity;
        foreach ((double length, double noise, double slope) in Starts.Take(Math.Clamp(options.Starts, 1, Starts.Length)))
        {
            (double[] point, double value, _) = BoundedMinimizer.Minimize(
                Start(rows, posterior.Count, length, noise, slope), lower, upper, posterior.Evaluate, FirstSteps, FirstPrecision);
            if (best.Length == 0 || value < least)
            {
                (best, least) = (point, value);
            }
        }

        return best;
    }

    private static double[] Start(ModelRows rows, int count, double length, double noise, double slope)
    {
        double mode = HyperparameterPriors.LengthCenter(rows.Dimensions)
            - (HyperparameterPriors.LengthWidth * HyperparameterPriors.LengthWidth);
        var start = new double[count];
        for (int i = 0; i < count; i++)
        {
            start[i] = i < rows.Dimensions ? mode + length
                : i == rows.Dimensions ? 0
                : i == rows.Dimensions + 1 && !rows.NoiseIsKnown ? noise : slope;
        }

        return start;
    }

    private static (double[] Lower, double[] Upper) Bounds(ModelRows rows, int count)
    {
        double[] lower = new double[count], upper = new double[count];
        for (int i = 0; i < count; i++)
        {
            (double low, double high) = i < rows.Dimensions ? (5e-3, 1e3) : i == rows.Dimensions ? (0.03, 30) : (1e-6, 3);
            (lower[i], upper[i]) = (Math.Log(low), Math.Log(high));
        }

        return (lower, upper);
    }
}
