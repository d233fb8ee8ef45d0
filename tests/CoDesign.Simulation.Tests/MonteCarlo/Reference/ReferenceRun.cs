using System.Text.Json;

namespace CoDesign.Simulation.Tests.MonteCarlo.Reference;

/// <summary>One run of the reference program; hepemshow.json beside this file says where it is from. MeV and
/// mm.</summary>
internal sealed record ReferenceRun
{
    private static readonly JsonSerializerOptions Names =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required string Particle { get; init; }

    public required double Energy { get; init; }

    public required double Absorber { get; init; }

    public required double Gap { get; init; }

    public required int Layers { get; init; }

    public required int Events { get; init; }

    public required Estimate Active { get; init; }

    public required Estimate Passive { get; init; }

    /// <summary>sigma/E of the active energy.</summary>
    public required Estimate Resolution { get; init; }

    /// <summary>Half of the central 68.27 % of the active energy.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("half_width_68")]
    public required Estimate HalfWidth68 { get; init; }

    public required Estimate LeakageBack { get; init; }

    /// <summary>sqrt(sum E r2 / sum E) of the active energy.</summary>
    public required Estimate RmsRadius { get; init; }

    public required double[] ActiveLayers { get; init; }

    public required double[] PassiveLayers { get; init; }

    public static IReadOnlyList<ReferenceRun> All { get; } = Load();

    private static ReferenceRun[] Load()
    {
        string file = Path.Combine(
            Flagship.Root, "tests", "CoDesign.Simulation.Tests", "MonteCarlo", "Reference", "hepemshow.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("runs").Deserialize<ReferenceRun[]>(Names)
            ?? throw new InvalidDataException($"no runs in {file}");
    }

    /// <summary>A value and its standard error.</summary>
    internal sealed record Estimate(double Mean, double Error);
}
