namespace CoDesign.Physics.Tracking;

/// <summary>Extrapolation of a straight line measured between two distances to distance zero, as for an impact
/// parameter.</summary>
public static class LineExtrapolation
{
    /// <summary>Fraction of the measurements at the inner end that makes the error smallest, b/(a+b).</summary>
    /// <param name="inner">Inner distance a [mm], positive.</param>
    /// <param name="outer">Outer distance b [mm], above <paramref name="inner"/>.</param>
    /// <returns>Fraction in (0.5, 1); the rest is at the outer end, none between.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double OptimalInnerFraction(double inner, double outer)
    {
        Check(inner, outer);
        return outer / (inner + outer);
    }

    /// <summary>Variance at zero of the best placement, for N measurements of resolution sigma: N
    /// var/sigma^2.</summary>
    /// <param name="inner">Inner distance a [mm], positive.</param>
    /// <param name="outer">Outer distance b [mm], above <paramref name="inner"/>.</param>
    /// <returns>((a+b)/(b-a))^2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double OptimalVarianceFactor(double inner, double outer)
    {
        Check(inner, outer);
        var ratio = (inner + outer) / (outer - inner);
        return ratio * ratio;
    }

    /// <summary>Variance at zero with a given share of the measurements at the inner end: N var/sigma^2.</summary>
    /// <param name="inner">Inner distance a [mm], positive.</param>
    /// <param name="outer">Outer distance b [mm], above <paramref name="inner"/>.</param>
    /// <param name="innerFraction">Fraction w of the measurements at a, in (0, 1).</param>
    /// <returns>(b^2/w + a^2/(1-w))/(b-a)^2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double VarianceFactor(double inner, double outer, double innerFraction)
    {
        Check(inner, outer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(innerFraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(innerFraction, 1);
        var arm = outer - inner;
        return ((outer * outer / innerFraction) + (inner * inner / (1 - innerFraction))) / (arm * arm);
    }

    private static void Check(double inner, double outer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inner);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(outer, inner);
    }
}
