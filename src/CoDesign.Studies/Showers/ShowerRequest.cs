using CoDesign.Detectors.Calorimeters;
using CoDesign.Simulation.Events;
using CoDesign.Simulation.MonteCarlo.Scoring;

namespace CoDesign.Studies.Showers;

/// <summary>Showers to simulate, checked; <see cref="ShowerRequestReader"/> makes it.</summary>
public sealed record ShowerRequest
{
    /// <summary>The geometry, simulated at its baseline.</summary>
    public required SamplingCalorimeterGeometry Geometry { get; init; }

    /// <summary>What simulates.</summary>
    public required ShowerModel Model { get; init; }

    /// <summary>The primary, which enters at the centre of the front face, along the axis.</summary>
    public required ParticleKind Particle { get; init; }

    /// <summary>Kinetic energy of the primary [MeV].</summary>
    public required double Energy { get; init; }

    /// <summary>Number of events, positive.</summary>
    public required int Events { get; init; }

    /// <summary>Seed of every random number.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Worker threads, at least 1; results do not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>What is recorded beyond layers and leakage.</summary>
    public required ScoringOptions Scoring { get; init; }

    /// <summary>File for the events; null for none.</summary>
    public string? Output { get; init; }

    /// <summary>The command, for the record.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>When it was given, UTC, ISO 8601.</summary>
    public string Started { get; init; } = "";
}
