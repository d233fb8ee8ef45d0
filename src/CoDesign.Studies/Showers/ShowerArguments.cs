namespace CoDesign.Studies.Showers;

/// <summary>What a user asks to simulate, as given.</summary>
public sealed record ShowerArguments
{
    /// <summary>Geometry file.</summary>
    public required string Geometry { get; init; }

    /// <summary>Changes of the geometry: "name=value" for a parameter, "key.path=value" for any key.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Word of the model: one of <see cref="ShowerWords.Models"/>.</summary>
    public string Model { get; init; } = "monte-carlo";

    /// <summary>Word of the particle: one of <see cref="ShowerWords.Particles"/>.</summary>
    public string Particle { get; init; } = "e-";

    /// <summary>Kinetic energy with its unit.</summary>
    public required string Energy { get; init; }

    /// <summary>Number of events.</summary>
    public long Events { get; init; } = 1000;

    /// <summary>Seed of every random number.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Worker threads.</summary>
    public long Threads { get; init; } = 1;

    /// <summary>Whether cells are recorded.</summary>
    public bool Cells { get; init; }

    /// <summary>Side of a recorded cell with its unit; null for the geometry's.</summary>
    public string? CellSize { get; init; }

    /// <summary>Outer edges of recorded rings, lengths with commas between; one more ring takes what is beyond. Null
    /// for none.</summary>
    public string? Rings { get; init; }

    /// <summary>File for the events; null for none.</summary>
    public string? Output { get; init; }

    /// <summary>The command, for the record.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>When it was given, UTC, ISO 8601.</summary>
    public string Started { get; init; } = "";
}
