using MathNet.Numerics;

namespace CoDesign.Physics.Showers;

/// <summary>Mean longitudinal profile of an electromagnetic shower: a gamma distribution in depth.</summary>
/// <remarks>
/// dE/dt = E0 b (bt)^(a-1) e^(-bt)/Gamma(a), t in X0. Source: PDG, Review of Particle Physics 2022, eqs. 34.35 and
/// 34.36 (Longo and Sestili 1975); fitted to 1-100 GeV, carbon to uranium, beyond the first two radiation lengths.
/// </remarks>
public static class LongoSestili
{
    /// <summary>Energy deposited per radiation length.</summary>
    /// <param name="energy">Energy of the primary E0 [MeV], positive.</param>
    /// <param name="depth">Depth t [X0], zero or more.</param>
    /// <param name="shape">Shape a, above 1.</param>
    /// <param name="scale">Scale b [1/X0], positive; 0.5 describes most materials.</param>
    /// <returns>dE/dt [MeV per X0].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Profile(double energy, double depth, double shape, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energy);
        Check(depth, shape, scale);
        if (depth == 0)
        {
            return 0;
        }

        var bt = scale * depth;
        return energy * scale * Math.Exp(((shape - 1) * Math.Log(bt)) - bt - SpecialFunctions.GammaLn(shape));
    }

    /// <summary>Fraction of the energy deposited above a depth.</summary>
    /// <param name="depth">Depth t [X0], zero or more.</param>
    /// <param name="shape">Shape a, above 1.</param>
    /// <param name="scale">Scale b [1/X0], positive.</param>
    /// <returns>Integral of the profile from 0 to t over E0, in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double ContainedFraction(double depth, double shape, double scale)
    {
        Check(depth, shape, scale);
        return depth == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(shape, scale * depth);
    }

    /// <summary>Depth of the maximum, (a-1)/b = ln(E/Ec) + C, C = -0.5 for electrons and +0.5 for photons.</summary>
    /// <param name="energy">Energy of the primary [MeV], above <paramref name="criticalEnergy"/>.</param>
    /// <param name="criticalEnergy">Critical energy in Rossi's definition [MeV], positive.</param>
    /// <param name="primary">Electron, positron or photon.</param>
    /// <returns>Depth [X0], positive; negative results of the formula below 1.65 Ec are refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">The primary makes no electromagnetic shower.</exception>
    public static double Maximum(double energy, double criticalEnergy, Particle primary)
    {
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criticalEnergy);
        var offset = Math.Abs(primary.PdgId) switch
        {
            11 => -0.5,
            22 => 0.5,
            _ => throw new ArgumentException($"{primary.Name} makes no electromagnetic shower", nameof(primary)),
        };
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(energy, criticalEnergy * Math.Exp(Math.Max(0, -offset)));
        return Math.Log(energy / criticalEnergy) + offset;
    }

    /// <summary>Shape a that puts the maximum at a depth: a = 1 + b t_max.</summary>
    /// <param name="maximum">Depth of the maximum [X0], positive.</param>
    /// <param name="scale">Scale b [1/X0], positive.</param>
    /// <returns>Shape a, above 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Shape(double maximum, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return 1 + (scale * maximum);
    }

    private static void Check(double depth, double shape, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shape, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
    }
}
