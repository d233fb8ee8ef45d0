using CoDesign.Learning.Reconstruction;
using CoDesign.Physics;
using CoDesign.Simulation.Events;
using static TorchSharp.torch;

namespace CoDesign.Studies.Calorimeters;

/// <summary>Relative resolution of the invariant mass of two photons, root mean square of m_rec / m - 1.</summary>
/// <remarks>
/// Events 2k and 2k + 1 are the photons of one decay of a particle of the given mass at the given distance:
/// m^2 = 2 E1 E2 (1 - cos theta) fixes their opening angle, and the separation on the calorimeter face is
/// r = 2 L tan(theta / 2) at the azimuth of the pair. The measured separation is r plus the difference of the two
/// position errors along it. Overlap of the two showers is not modelled.
/// </remarks>
public sealed record MassResolution : ShowerMetric
{
    // sin^2(theta/2) at an opening angle of 90 degrees.
    private const double LargestSin2 = 0.5;

    /// <summary>Mass of the decaying particle [MeV].</summary>
    public required double Mass { get; init; }

    /// <summary>Distance from the decay to the calorimeter face [mm].</summary>
    public required double Distance { get; init; }

    /// <inheritdoc/>
    public override string Name => "mass_resolution";

    /// <inheritdoc/>
    public override string Description =>
        $"two-photon mass resolution at m = {Mass:0.#} MeV, {Distance / Units.Metre:0.##} m away, rms";

    /// <inheritdoc/>
    public override string Unit => "%";

    /// <inheritdoc/>
    public override double UnitValue => Units.Percent;

    /// <inheritdoc/>
    public override Tensor SquaredDeviations(Estimates estimates, Sample sample, Tensor azimuth)
    {
        (Tensor e1, Tensor e2) = Pairs(sample.Energy);
        // sin^2(theta/2) = m^2 / (4 E1 E2); a study refuses a pair too soft for the mass (Fault).
        Tensor sin2 = (Mass * Mass / (4 * e1 * e2)).clamp_max(LargestSin2);
        Tensor separation = 2 * Distance * (sin2 / (1 - sin2)).sqrt();
        (Tensor x1, Tensor x2) = Pairs(estimates.X - sample.X);
        (Tensor y1, Tensor y2) = Pairs(estimates.Y - sample.Y);
        Tensor phi = Pairs(azimuth).First;
        Tensor measured = separation + ((x1 - x2) * phi.cos()) + ((y1 - y2) * phi.sin());
        Tensor half = measured / (2 * Distance);
        Tensor sine = half / (1 + half.square()).sqrt();
        (Tensor r1, Tensor r2) = Pairs(estimates.Energy / sample.Energy);
        // An energy estimate below 1 % of the truth is as wrong as it can be; the floor keeps the root real.
        Tensor energies = (r1.clamp_min(0.01) * r2.clamp_min(0.01)).sqrt();
        return ((energies * sine / sin2.sqrt()) - 1).square();
    }

    /// <summary>What is wrong with the mass for photons of a spectrum: all pairs must have an opening angle, m = 2 sqrt(E1
    /// E2) sin(theta/2), and both photons must reach a plane across the axis of the pair at less than 45
    /// degrees.</summary>
    /// <param name="spectrum">Energies of the photons.</param>
    /// <returns>The end of a sentence: "must be ..."; null when nothing is wrong.</returns>
    /// <remarks>Any two energies of a spectrum may meet, so that the lowest energy twice is the softest pair.</remarks>
    public string? Fault(EnergySpectrum spectrum)
    {
        double most = 2 * spectrum.Minimum, sine = Mass / most;
        string pair = $"the softest pair of the spectrum has twice {Quantity.Format(spectrum.Minimum, "GeV")}";
        return sine > 1
            ? $"must be at most {Quantity.Format(most, "GeV")}: two photons make 2 sqrt(E1 E2) sin(theta/2), and {pair}"
            : sine * sine > LargestSin2
            ? $"must be at most {Quantity.Format(most * Math.Sqrt(LargestSin2), "GeV")}: {pair}, whose opening angle "
                + $"would be {2 * Math.Asin(sine) / Units.Degree:0} deg, and a calorimeter across the axis of the pair sees angles "
                + "up to 90 deg"
            : null;
    }

    /// <summary>Fraction of pairs whose photons hit the calorimeter closer than a distance.</summary>
    /// <param name="spectrum">Energies of the photons.</param>
    /// <param name="separation">Distance [mm].</param>
    /// <returns>In [0, 1], from a grid of 128 x 128 quantiles of the spectrum.</returns>
    public double CloserThan(EnergySpectrum spectrum, double separation)
    {
        const int Grid = 128;
        double[] energies = [.. Enumerable.Range(0, Grid).Select(i => spectrum.Energy(i, (i + 0.5) / Grid))];
        int closer = energies.Sum(e1 => energies.Count(e2 =>
        {
            double sin2 = Math.Min(LargestSin2, Mass * Mass / (4 * e1 * e2));
            return 2 * Distance * Math.Sqrt(sin2 / (1 - sin2)) < separation;
        }));
        return (double)closer / (Grid * Grid);
    }

    private static (Tensor First, Tensor Second) Pairs(Tensor perEvent)
    {
        Tensor pairs = perEvent.reshape(-1, 2);
        return (pairs.select(1, 0), pairs.select(1, 1));
    }
}
