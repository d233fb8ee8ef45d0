namespace CoDesign.Studies.Benchmarks;

/// <summary>A measurement of a search, as a user asks for it.</summary>
public sealed record OptimizerBenchmarkArguments
{
    /// <summary>Name of a test problem.</summary>
    public required string Problem { get; init; }

    /// <summary>Word of a method.</summary>
    public required string Method { get; init; }

    /// <summary>Evaluations of one run.</summary>
    public required long Evaluations { get; init; }

    /// <summary>Number of runs.</summary>
    public required long Seeds { get; init; }

    /// <summary>Seed of the first run; the others follow.</summary>
    public required long FirstSeed { get; init; }

    /// <summary>Runs at a time.</summary>
    public required long Threads { get; init; }
}
