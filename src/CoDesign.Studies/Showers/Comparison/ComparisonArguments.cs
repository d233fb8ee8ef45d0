namespace CoDesign.Studies.Showers.Comparison;

/// <summary>What a user asks to compare, as given.</summary>
public sealed record ComparisonArguments
{
    /// <summary>Geometry file.</summary>
    public required string Geometry { get; init; }

    /// <summary>Changes of the geometry: "name=value" for a parameter, "key.path=value" for any key.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Number of designs, the baseline first.</summary>
    public long Designs { get; init; } = 12;

    /// <summary>Word of the particle: one of <see cref="ShowerWords.Particles"/>.</summary>
    public string Particle { get; init; } = "gamma";

    /// <summary>Kinetic energies with their units, commas between.</summary>
    public string Energies { get; init; } = "1 GeV, 5 GeV, 20 GeV, 50 GeV";

    /// <summary>Monte Carlo events for each design and energy.</summary>
    public long Events { get; init; } = 250;

    /// <summary>Seed of every random number, and of the designs.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Worker threads.</summary>
    public long Threads { get; init; } = 1;
}
