using CoDesign.Learning.Reconstruction;
using CoDesign.Simulation.Random;
using static TorchSharp.torch;

namespace CoDesign.Learning.Tests.Network;

/// <summary>Clusters with a known response: an exponential lateral profile in 5 x 5 cells, an energy response that
/// bends in a way no basis function of the linear reconstruction follows, and a little noise.</summary>
internal static class SyntheticEvents
{
    private const double Bend = 0.05;
    private const double Noise = 0.005;
    private const double Tail = 0.15;

    /// <summary>A sample of the given size; the design's first number scales the response.</summary>
    public static Sample Make(ulong seed, int count, Tensor design)
    {
        var streams = new EventStreams(seed);
        var uniforms = new double[count * 3];
        var normals = new double[count * 25];
        streams.Uniforms(0, count, 3, RandomPurpose.Primary, uniforms);
        streams.Normals(0, count, 25, RandomPurpose.ElectronicsNoise, normals);
        Tensor u = tensor(uniforms).reshape(count, 3);
        Tensor energy = 3000 * (3.5 * u.select(1, 0)).exp(), x = u.select(1, 1) - 0.5, y = u.select(1, 2) - 0.5;
        Tensor cells = (Shares(y).unsqueeze(2) * Shares(x).unsqueeze(1)).reshape(count, 1, 25);
        Tensor bent = energy * (1 + (Bend * (2 * energy.log()).sin()) + (0.1 * design.select(0, 0)));
        Tensor noise = Noise * energy.reshape(-1, 1, 1) * tensor(normals).reshape(count, 1, 25);
        return new Sample
        {
            Amplitude = (bent.reshape(-1, 1, 1) * cells) + noise,
            CellSize = tensor(40.0),
            CellCount = 5,
            Energy = energy,
            X = 40 * x,
            Y = 40 * y,
            Seed = seed,
        };
    }

    // Shares of five cells for a double-sided exponential at the impact, within half a cell of the centre.
    private static Tensor Shares(Tensor at)
    {
        Tensor Below(double edge) => 0.5 * (-(at - edge) / Tail).exp();
        Tensor Above(double edge) => 0.5 * (-(edge - at) / Tail).exp();
        Tensor left = Below(-0.5), right = Above(0.5), farLeft = Below(-1.5), farRight = Above(1.5);
        return stack([farLeft, left - farLeft, 1 - left - right, right - farRight, farRight], 1);
    }
}
