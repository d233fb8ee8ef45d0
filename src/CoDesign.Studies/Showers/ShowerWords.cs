using CoDesign.Simulation.Events;

namespace CoDesign.Studies.Showers;

/// <summary>The words for models and particles.</summary>
public static class ShowerWords
{
    /// <summary>Models by word.</summary>
    public static IReadOnlyDictionary<string, ShowerModel> Models { get; } = new Dictionary<string, ShowerModel>
    {
        ["monte-carlo"] = ShowerModel.MonteCarlo,
        ["parametric"] = ShowerModel.Parametric,
    };

    /// <summary>Particles by word.</summary>
    public static IReadOnlyDictionary<string, ParticleKind> Particles { get; } = new Dictionary<string, ParticleKind>
    {
        ["e-"] = ParticleKind.Electron,
        ["e+"] = ParticleKind.Positron,
        ["gamma"] = ParticleKind.Gamma,
    };

    /// <summary>The word of a model.</summary>
    public static string Of(ShowerModel model) => Models.First(m => m.Value == model).Key;

    /// <summary>The word of a particle.</summary>
    public static string Of(ParticleKind particle) => Particles.First(p => p.Value == particle).Key;
}
