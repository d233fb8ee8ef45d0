using CsCheck;

namespace CoDesign.Physics.Tests;

/// <summary>Properties checked on random cases, which are the same in every run.</summary>
/// <remarks>
/// CsCheck's own Sample draws other cases in each run, and a fixed seed fixes its first case only. Here case i comes
/// from stream i, so that a test that passed passes again; on a failure CsCheck looks for smaller cases and reports the
/// smallest with its seed. The ranges of Gen.Double prefer simple fractions, ends and tiny numbers; those here are
/// uniform.
/// </remarks>
internal static class Draws
{
    private const int SecondsToShrink = 5;

    /// <summary>Checks the cases 1 to <paramref name="count"/>, or that of the environment's CsCheck_Seed.</summary>
    public static void Check<T>(this Gen<T> cases, int count, Action<T> check)
    {
        if (CsCheck.Check.Seed is not null)
        {
            cases.Sample(check, iter: 1, threads: 1);
            return;
        }

        for (int number = 1; number <= count; number++)
        {
            T drawn = cases.Draw(number);
            try
            {
                check(drawn);
            }
            catch (Exception)
            {
                cases.Sample(check, seed: Stream(number).ToString(), time: SecondsToShrink, threads: 1);
                throw;
            }
        }
    }

    public static void Check<T1, T2>(this Gen<(T1, T2)> cases, int count, Action<T1, T2> check) =>
        cases.Check(count, c => check(c.Item1, c.Item2));

    public static void Check<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, int count, Action<T1, T2, T3> check) =>
        cases.Check(count, c => check(c.Item1, c.Item2, c.Item3));

    public static void Check<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> cases, int count, Action<T1, T2, T3, T4> check) =>
        cases.Check(count, c => check(c.Item1, c.Item2, c.Item3, c.Item4));

    public static void Check<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> cases, int count, Action<T1, T2, T3, T4, T5> check) =>
        cases.Check(count, c => check(c.Item1, c.Item2, c.Item3, c.Item4, c.Item5));

    public static void Check<T1, T2, T3, T4, T5, T6, T7>(
        this Gen<(T1, T2, T3, T4, T5, T6, T7)> cases, int count, Action<T1, T2, T3, T4, T5, T6, T7> check) =>
        cases.Check(count, c => check(c.Item1, c.Item2, c.Item3, c.Item4, c.Item5, c.Item6, c.Item7));

    /// <summary>The case of one number, positive.</summary>
    public static T Draw<T>(this Gen<T> cases, int number) => cases.Generate(Stream(number), null, out _);

    /// <summary>A number in [low, high), all equally likely.</summary>
    public static Gen<double> Uniform(double low, double high) =>
        Gen.Double.Unit.Select(u => low + ((high - low) * u));

    /// <summary>A number whose logarithm is uniform.</summary>
    public static Gen<double> LogUniform(double low, double high) =>
        Gen.Double.Unit.Select(u => low * Math.Pow(high / low, u));

    private static PCG Stream(int number) => new((uint)number, 0);
}
