using System.Runtime.Intrinsics;
using CoDesign.Physics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace CoDesign.Simulation.Tracks.Kernel;

/// <summary>Variance of the projected scattering angle with its derivatives.</summary>
/// <remarks>theta0^2 = (13.6 MeV/(beta p))^2 t [1 + 0.038 ln(t/beta^2)]^2 as in
/// <see cref="Physics.Scattering.MultipleScattering"/>, with 1/(beta p) = E/p^2; zero, with zero derivatives, where the
/// bracket is negative.</remarks>
internal readonly struct Highland
{
    private const double Slope = 0.038;

    private Highland(V variance, V byDepth, V byEnergy) =>
        (Variance, ByDepth, ByEnergy) = (variance, byDepth, byEnergy);

    /// <summary>theta0^2.</summary>
    public V Variance { get; }

    /// <summary>Derivative by t.</summary>
    public V ByDepth { get; }

    /// <summary>Derivative by the energy, at the same mass [1/MeV].</summary>
    public V ByEnergy { get; }

    /// <summary>Unit charge.</summary>
    /// <param name="depth">Path t = x/X0, positive.</param>
    /// <param name="energy">Energy E [MeV].</param>
    /// <param name="square">p^2 [MeV2], positive.</param>
    public static Highland At(V depth, V energy, V square)
    {
        V perSquare = V.One / square, perBeta2 = energy * energy * perSquare;
        V bracket = V.One + (Vector256.Log(depth * perBeta2) * Slope);
        bracket = Vector256.Max(bracket, V.Zero);
        V unit = perBeta2 * perSquare * bracket * Math.Pow(13.6 * Units.MeV, 2);
        // d/d ln t = bracket^2 + 2 Slope bracket; E^2/p^4 and E^2/p^2 fall with E as p^2 grows by 2 E dE.
        V byLog = unit * (bracket + Vector256.Create(2 * Slope));
        V first = V.One / energy, second = energy * perSquare * 2;
        V byEnergy = (unit * bracket * 2 * (first - second)) + (unit * (4 * Slope) * (first - (second * 0.5)));
        return new Highland(depth * unit * bracket, byLog, depth * byEnergy);
    }
}
