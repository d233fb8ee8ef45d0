namespace CoDesign.Physics.Showers;

/// <summary>Radial profile at one depth: a narrow core and a wide tail.</summary>
/// <remarks>
/// f(r) = p 2 r Rc^2/(r^2 + Rc^2)^2 + (1 - p) 2 r Rt^2/(r^2 + Rt^2)^2. Source: Grindhammer and Peters, hep-ex/0001020.
/// </remarks>
/// <param name="Core">Median radius of the core Rc [Moliere radii], positive.</param>
/// <param name="Tail">Median radius of the tail Rt [Moliere radii], positive.</param>
/// <param name="CoreWeight">Fraction p of the energy in the core, in [0, 1].</param>
public readonly record struct RadialParameters(double Core, double Tail, double CoreWeight)
{
    /// <summary>Energy per radius, normalised to 1.</summary>
    /// <param name="radius">Radius [Moliere radii], zero or more.</param>
    /// <returns>f(r) [1/Moliere radius].</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public double Density(double radius)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        return (CoreWeight * Term(radius, Core)) + ((1 - CoreWeight) * Term(radius, Tail));
    }

    /// <summary>Fraction of the energy inside a radius.</summary>
    /// <param name="radius">Radius [Moliere radii], zero or more.</param>
    /// <returns>Integral of f from 0 to r, in [0, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
    public double ContainedFraction(double radius)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        var r2 = radius * radius;
        return (CoreWeight * r2 / (r2 + (Core * Core))) + ((1 - CoreWeight) * r2 / (r2 + (Tail * Tail)));
    }

    private static double Term(double radius, double median)
    {
        var sum = (radius * radius) + (median * median);
        return 2 * radius * median * median / (sum * sum);
    }
}
