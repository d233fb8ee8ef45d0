using System.Numerics;

namespace CoDesign.Physics.Electromagnetic;

/// <summary>Phase shifts of Dirac waves in the Coulomb field of a point nucleus.</summary>
internal static class CoulombPhase
{
    // Stirling's series is good to 1e-15 at |z| >= 12: Abramowitz and Stegun, 6.1.41.
    private const double StirlingFrom = 12;

    /// <summary>Phase shift of the wave of relativistic quantum number kappa, relative to a common logarithm.</summary>
    /// <param name="kappa">kappa = -(l + 1) for j = l + 1/2, l for j = l - 1/2; not 0.</param>
    /// <param name="strength">Z alpha times the charge: negative for electrons.</param>
    /// <param name="eta">Sommerfeld parameter strength/beta.</param>
    /// <param name="ratio">(W + m c2)/(p c), W the total energy.</param>
    /// <returns>delta [rad], modulo pi.</returns>
    /// <remarks>Source: Salvat, Jablonski, Powell, Comput. Phys. Commun. 165, 157 (2005), eq. 2.23 for a point
    /// charge.</remarks>
    public static double Shift(int kappa, double strength, double eta, double ratio)
    {
        double lambda = Math.Sqrt(((double)kappa * kappa) - (strength * strength));
        int l = kappa < 0 ? -kappa - 1 : kappa;
        double nu = Math.Atan2(-(kappa + lambda), strength * ratio);
        return nu - ((lambda - l - 1) * (Math.PI / 2)) + GammaArgument(lambda, eta);
    }

    /// <summary>Argument of Gamma(x + i y), continuous in y, for x &gt; 0.</summary>
    public static double GammaArgument(double x, double y)
    {
        double below = 0;
        while ((x * x) + (y * y) < StirlingFrom * StirlingFrom)
        {
            below += Math.Atan2(y, x);
            x++;
        }

        var z = new Complex(x, y);
        Complex inverse = 1 / z, square = inverse * inverse;
        Complex series = ((z - 0.5) * Complex.Log(z)) - z
            + (inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680)))))));
        return series.Imaginary - below;
    }
}
