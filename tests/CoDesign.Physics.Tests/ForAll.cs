using Xunit.Sdk;

namespace CoDesign.Physics.Tests;

/// <summary>Checks a property over random draws; a failure names the seed that replays it.</summary>
internal static class ForAll
{
    /// <summary>Runs <paramref name="check"/> on generators with the seeds 0 to <paramref name="count"/> - 1.</summary>
    public static void Draws(int count, Action<Random> check)
    {
        for (var seed = 0; seed < count; seed++)
        {
            Replay(seed, check);
        }
    }

    /// <summary>Runs <paramref name="check"/> on the draw of one seed.</summary>
    public static void Replay(int seed, Action<Random> check)
    {
        try
        {
            check(new Random(seed));
        }
        catch (XunitException failure)
        {
            throw new XunitException(
                $"seed {seed} (ForAll.Replay({seed}, ...) repeats it): {failure.Message}", failure);
        }
    }

    /// <summary>A number whose logarithm is uniform.</summary>
    public static double LogUniform(this Random rng, double low, double high) =>
        low * Math.Pow(high / low, rng.NextDouble());
}
