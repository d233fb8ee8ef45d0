namespace CoDesign.Simulation.Events;

/// <summary>Distribution of the energy of the primaries.</summary>
/// <remarks>Fixed and List take the values in turn by event number; Uniform and LogUniform draw between two.</remarks>
public sealed record EnergySpectrum
{
    /// <summary>How the energy of an event follows from its uniform number.</summary>
    public enum Form
    {
        /// <summary>The listed energies in turn; one of them is a fixed energy.</summary>
        List,
        /// <summary>dN/dE constant between two energies.</summary>
        Uniform,
        /// <summary>dN/dE ~ 1/E between two energies.</summary>
        LogUniform,
    }

    private EnergySpectrum(Form kind, IReadOnlyList<double> energies)
    {
        if (energies.Count == 0 || energies.Any(e => !(e > 0)))
        {
            throw new ArgumentOutOfRangeException(nameof(energies), "energies must be positive");
        }

        (Kind, Energies) = (kind, energies);
    }

    /// <summary>Form of the spectrum.</summary>
    public Form Kind { get; }

    /// <summary>The listed energies, or the two ends [MeV].</summary>
    public IReadOnlyList<double> Energies { get; }

    /// <summary>Lowest energy [MeV].</summary>
    public double Minimum => Energies.Min();

    /// <summary>Highest energy [MeV].</summary>
    public double Maximum => Energies.Max();

    /// <summary>The energies in turn [MeV].</summary>
    public static EnergySpectrum List(params IReadOnlyList<double> energies) => new(Form.List, energies);

    /// <summary>Flat in energy between two ends [MeV].</summary>
    public static EnergySpectrum Uniform(double low, double high) => new(Form.Uniform, [low, high]);

    /// <summary>Flat in the logarithm of energy between two ends [MeV].</summary>
    public static EnergySpectrum LogUniform(double low, double high) => new(Form.LogUniform, [low, high]);

    /// <summary>Energy of an event.</summary>
    /// <param name="eventNumber">Global event number.</param>
    /// <param name="uniform">The event's uniform number in (0, 1).</param>
    /// <returns>Energy [MeV].</returns>
    public double Energy(long eventNumber, double uniform) => Kind switch
    {
        Form.List => Energies[(int)(eventNumber % Energies.Count)],
        Form.Uniform => Energies[0] + (uniform * (Energies[1] - Energies[0])),
        _ => Energies[0] * Math.Pow(Energies[1] / Energies[0], uniform),
    };
}
