using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Studies.Showers;

/// <summary>What a simulation of showers gives; energies in MeV, per event.</summary>
public sealed record ShowerSummary
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Number of simulated events.</summary>
    [JsonPropertyName("events")]
    public required int Events { get; init; }

    /// <summary>Number of events asked for; more than <see cref="Events"/> if it was stopped.</summary>
    [JsonPropertyName("events_requested")]
    public required int EventsRequested { get; init; }

    /// <summary>Word of the model.</summary>
    [JsonPropertyName("model")]
    public required string Model { get; init; }

    /// <summary>Word of the particle.</summary>
    [JsonPropertyName("particle")]
    public required string Particle { get; init; }

    /// <summary>Time of the simulation [s], without the preparation of tables and the writing of the file.</summary>
    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    /// <summary>Time of the preparation of tables [s].</summary>
    [JsonPropertyName("preparation_seconds")]
    public required double PreparationSeconds { get; init; }

    /// <summary>Time of the writing of the file [s].</summary>
    [JsonPropertyName("writing_seconds")]
    public required double WritingSeconds { get; init; }

    /// <summary>Events over <see cref="Seconds"/>.</summary>
    [JsonPropertyName("events_per_second")]
    public required double EventsPerSecond { get; init; }

    /// <summary>Worker threads.</summary>
    [JsonPropertyName("threads")]
    public required int Threads { get; init; }

    /// <summary>Seed of every random number.</summary>
    [JsonPropertyName("seed")]
    public required ulong Seed { get; init; }

    /// <summary>Kinetic energy of the primary.</summary>
    [JsonPropertyName("energy_MeV")]
    public required double Energy { get; init; }

    /// <summary>Energy in active material.</summary>
    [JsonPropertyName("active_MeV")]
    public required DistributionSummary Active { get; init; }

    /// <summary>Energy in passive material.</summary>
    [JsonPropertyName("passive_MeV")]
    public required DistributionSummary Passive { get; init; }

    /// <summary>Energy that left.</summary>
    [JsonPropertyName("leakage_MeV")]
    public required LeakageSummary Leakage { get; init; }

    /// <summary>std / mean of the active energy.</summary>
    [JsonPropertyName("resolution")]
    public required ValueSummary Resolution { get; init; }

    /// <summary>Energy by layer.</summary>
    [JsonPropertyName("layers")]
    public required ShowerLayersSummary Layers { get; init; }

    /// <summary>Lateral size.</summary>
    [JsonPropertyName("lateral")]
    public required LateralSummary Lateral { get; init; }

    /// <summary>Transport steps.</summary>
    [JsonPropertyName("steps_per_event")]
    public required StepsSummary Steps { get; init; }

    /// <summary>JSON text; numbers round-trip, what does not exist is null.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
