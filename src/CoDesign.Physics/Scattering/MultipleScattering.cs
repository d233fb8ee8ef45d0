namespace CoDesign.Physics.Scattering;

/// <summary>Multiple Coulomb scattering through small angles.</summary>
public static class MultipleScattering
{
    /// <summary>Correlation of the angle and the displacement behind a layer, sqrt(3)/2.</summary>
    /// <remarks>Source: PDG, Review of Particle Physics 2022, section 34.3.</remarks>
    public const double AngleDisplacementCorrelation = 0.86602540378443865;

    /// <summary>Width of the multiple-scattering angle projected on a plane (Highland).</summary>
    /// <param name="momentum">Momentum p [MeV], positive.</param>
    /// <param name="beta">Speed v/c in (0, 1].</param>
    /// <param name="depth">Path length x/X0 in radiation lengths, zero or more; fitted on [1e-3, 100].</param>
    /// <param name="charge">Charge number z of the particle, not zero; its sign does not matter.</param>
    /// <returns>Standard deviation of the central part [rad], zero without material; the space angle is sqrt(2)
    /// wider.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// theta0 = 13.6 MeV/(beta p) |z| sqrt(t) [1 + 0.038 ln(t z^2/beta^2)], t = x/X0, good to 11 %. The bracket is
    /// kept from falling below zero for depths under 4e-12. Source: PDG, Review of Particle Physics 2018, eq. 33.15.
    /// </remarks>
    public static double HighlandAngle(double momentum, double beta, double depth, double charge = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(momentum);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beta);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(beta, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfZero(charge);
        if (depth == 0)
        {
            return 0;
        }

        var bracket = 1 + (0.038 * Math.Log(depth * charge * charge / (beta * beta)));
        return 13.6 * Units.MeV / (beta * momentum) * Math.Abs(charge) * Math.Sqrt(depth) * Math.Max(bracket, 0);
    }

    /// <summary>Width of the displacement behind a layer, projected on a plane.</summary>
    /// <param name="thickness">Thickness x of the layer [mm], zero or more.</param>
    /// <param name="angle">Width theta0 of the projected angle [rad], zero or more.</param>
    /// <returns>Standard deviation x theta0/sqrt(3) [mm]; correlated with the angle by sqrt(3)/2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    /// <remarks>Source: PDG, Review of Particle Physics 2022, section 34.3.</remarks>
    public static double Displacement(double thickness, double angle)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(thickness);
        ArgumentOutOfRangeException.ThrowIfNegative(angle);
        return thickness * angle / Math.Sqrt(3);
    }
}
