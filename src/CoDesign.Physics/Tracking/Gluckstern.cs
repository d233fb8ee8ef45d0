namespace CoDesign.Physics.Tracking;

/// <summary>Errors of curvature and momentum of a track measured in planes of equal resolution, without
/// scattering.</summary>
/// <remarks>
/// Model y = a + b x + (k/2) x^2 over a lever arm L: var k = A sigma^2/L^4. Source: Gluckstern, Nucl. Instrum. Meth.
/// 24, 381 (1963).
/// </remarks>
public static class Gluckstern
{
    /// <summary>Factor A for planes at equal distances.</summary>
    /// <param name="planes">Number of planes N, at least 3.</param>
    /// <returns>A = 720 (N-1)^3/((N-2) N (N+1) (N+2)), which tends to 720/(N+4).</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 3 planes.</exception>
    public static double UniformFactor(int planes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(planes, 3);
        double n = planes;
        return 720 * Math.Pow(n - 1, 3) / ((n - 2) * n * (n + 1) * (n + 2));
    }

    /// <summary>Large-N form of <see cref="UniformFactor"/> that the PDG quotes, 720/(N+4).</summary>
    /// <param name="planes">Number of planes N, at least 3; good to 5 % from N = 10.</param>
    /// <returns>A.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 3 planes.</exception>
    /// <remarks>Source: PDG, Review of Particle Physics 2022, chapter 35, particle detectors at accelerators.</remarks>
    public static double PdgFactor(int planes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(planes, 3);
        return 720.0 / (planes + 4);
    }

    /// <summary>Factor A for planes in three groups at the start, the middle and the end.</summary>
    /// <param name="split">Planes in each group, each at least 1.</param>
    /// <returns>A = 16 (1/inner + 4/middle + 1/outer).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A group is empty.</exception>
    /// <remarks>k = 4 (y_inner - 2 y_middle + y_outer)/L^2 of the group means.</remarks>
    public static double ThreeGroupFactor(PlaneSplit split)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(split.Inner, 1, nameof(split));
        ArgumentOutOfRangeException.ThrowIfLessThan(split.Middle, 1, nameof(split));
        ArgumentOutOfRangeException.ThrowIfLessThan(split.Outer, 1, nameof(split));
        return 16 * ((1.0 / split.Inner) + (4.0 / split.Middle) + (1.0 / split.Outer));
    }

    /// <summary>The best placements of N planes: near N/4, N/2, N/4 at start, middle and end.</summary>
    /// <param name="planes">Number of planes N, at least 3.</param>
    /// <returns>All splits with the smallest factor, by size of the inner group; mirror images are both
    /// given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 3 planes.</exception>
    public static IReadOnlyList<PlaneSplit> OptimalSplits(int planes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(planes, 3);
        var best = new List<PlaneSplit>();
        var smallest = double.PositiveInfinity;
        for (var inner = 1; inner <= planes - 2; inner++)
        {
            for (var middle = 1; middle <= planes - inner - 1; middle++)
            {
                var split = new PlaneSplit(inner, middle, planes - inner - middle);
                var factor = ThreeGroupFactor(split);
                // Equal splits may differ in the last bits; unequal ones differ by far more than 1e-12.
                if (factor < smallest * (1 - 1e-12))
                {
                    best.Clear();
                    smallest = factor;
                }

                if (factor <= smallest * (1 + 1e-12))
                {
                    best.Add(split);
                }
            }
        }

        return best;
    }

    /// <summary>Factor A for planes anywhere, by least squares.</summary>
    /// <param name="positions">Positions of the planes [any unit of length], at least three of them different.</param>
    /// <returns>A, with L the distance from the first to the last plane.</returns>
    /// <exception cref="ArgumentException">Fewer than three positions differ.</exception>
    public static double Factor(IReadOnlyList<double> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Distinct().Count() < 3)
        {
            throw new ArgumentException("a curvature needs planes at three different positions", nameof(positions));
        }

        // Centred and scaled to L = 1. var(k) = 4 / (residual sum of squares of x^2 after a fit by 1 and x).
        double first = positions.Min(), length = positions.Max() - first;
        var x = positions.Select(p => (p - first) / length).ToArray();
        var mean = x.Average();
        var u = x.Select(v => v - mean).ToArray();
        double s2 = u.Sum(v => v * v), s3 = u.Sum(v => v * v * v), s4 = u.Sum(v => v * v * v * v);
        return 4 / (s4 - (s3 * s3 / s2) - (s2 * s2 / u.Length));
    }

    /// <summary>Error of the inverse transverse momentum, sigma(pT)/pT^2.</summary>
    /// <param name="resolution">Resolution of a plane sigma [mm], positive.</param>
    /// <param name="factor">Factor A, positive.</param>
    /// <param name="field">Magnetic field B across the track [Tesla in the system of units], positive.</param>
    /// <param name="leverArm">Lever arm L [mm], positive.</param>
    /// <returns>sigma sqrt(A)/(c B L^2) [1/MeV], unit charge; without scattering.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive.</exception>
    public static double InverseMomentumError(double resolution, double factor, double field, double leverArm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(field);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leverArm);
        return resolution * Math.Sqrt(factor) / (PhysicalConstants.SpeedOfLight * field * leverArm * leverArm);
    }
}
