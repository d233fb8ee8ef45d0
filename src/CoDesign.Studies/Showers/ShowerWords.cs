using CoDesign.Detectors.Configuration;
using CoDesign.Physics;
using CoDesign.Simulation.Events;

namespace CoDesign.Studies.Showers;

/// <summary>The words for models and particles, and quantities with their units.</summary>
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

    /// <summary>Reads a quantity; one that cannot be read is a problem, and not a number.</summary>
    internal static double Read(
        List<Problem> problems, string option, string text, Dimension dimension, string what)
    {
        bool parsed = Quantity.TryParse(text, out Quantity quantity, out string error);
        if (parsed && quantity.Dimension == dimension)
        {
            return quantity.Value;
        }

        problems.Add(new Problem(option, 0, "", $"given {text}, must be {what}{(parsed ? "" : $": {error}")}"));
        return double.NaN;
    }
}
