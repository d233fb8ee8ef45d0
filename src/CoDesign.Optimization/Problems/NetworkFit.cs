using CoDesign.Optimization.Searches;

namespace CoDesign.Optimization.Problems;

/// <summary>Mean squared error of a network of 13 inputs, 6 hidden units (tanh) and one output: 91 weights.</summary>
/// <remarks>The network of arXiv:2002.04632 fits house prices; here it fits a network of the same shape with fixed
/// random weights on 506 fixed random inputs, so that the least value is known: 0.</remarks>
internal static class NetworkFit
{
    public const int Inputs = 13, Hidden = 6, Weights = (Inputs * Hidden) + Hidden + Hidden + 1;

    /// <summary>The weights that fit.</summary>
    public static readonly double[] Truth = Draw(Weights, 1);

    private static readonly double[][] Data = [.. Enumerable.Range(0, 506).Select(i => Draw(Inputs, (ulong)i + 2))];
    private static readonly double[] Targets = [.. Data.Select(x => Output(Truth, x))];

    public static double Loss(double[] weights) => Data.Zip(
        Targets, (x, y) => ClassicFunctions.Square(Output(weights, x) - y)).Average();

    private static double Output(double[] w, double[] x)
    {
        double output = w[^1];
        for (int h = 0; h < Hidden; h++)
        {
            double sum = w[(Inputs * Hidden) + h];
            for (int i = 0; i < Inputs; i++)
            {
                sum += w[(h * Inputs) + i] * x[i];
            }

            output += w[(Inputs * Hidden) + Hidden + h] * Math.Tanh(sum);
        }

        return output;
    }

    // Standard normal, cut at 2 so that the weights lie within the bounds of the search.
    private static double[] Draw(int count, ulong stream)
    {
        var random = new CountedRandom(91, stream);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Clamp(random.Normal(), -2, 2))];
    }
}
