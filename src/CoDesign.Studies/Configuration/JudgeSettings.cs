namespace CoDesign.Studies.Configuration;

/// <summary>Settings of the independent judge, the Monte Carlo.</summary>
/// <param name="Events">Simulated showers per judged design, a multiple of <see cref="EventStep"/>.</param>
public sealed record JudgeSettings(int Events)
{
    /// <summary>Groups of showers whose scatter is the error: enough for an error of the error of 13 %.</summary>
    public const int Groups = 32;

    /// <summary>Showers come in groups, and in each of them in pairs.</summary>
    public const int EventStep = 2 * Groups;
}
