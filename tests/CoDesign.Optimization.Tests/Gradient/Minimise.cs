using CoDesign.Optimization.Gradient;

namespace CoDesign.Optimization.Tests.Gradient;

/// <summary>Runs gradient descent on a function in closed form.</summary>
internal static class Minimise
{
    public static GradientDescentState Run(
        GradientDescentOptions options, double[] start, Func<double[], FunctionEvaluation> function)
    {
        var descent = new GradientDescent(options);
        GradientDescentState state = descent.Start(start);
        while (!descent.Finished(state))
        {
            state = descent.Advance(state, function(state.Point));
        }

        return state;
    }

    public static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Xunit.Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance,
                $"element {i}: expected {expected[i]:R} within {tolerance:R}, was {actual[i]:R}");
        }
    }
}
