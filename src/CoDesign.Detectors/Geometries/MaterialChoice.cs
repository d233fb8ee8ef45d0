using CoDesign.Detectors.Space;
using CoDesign.Physics.Materials;

namespace CoDesign.Detectors.Geometries;

/// <summary>A material that is fixed, or chosen by a parameter of kind choice.</summary>
/// <param name="Parameter">The choice parameter; null if the material is fixed.</param>
/// <param name="Options">The materials in the order of the choices; one if it is fixed.</param>
public sealed record MaterialChoice(string? Parameter, IReadOnlyList<Material> Options)
{
    /// <summary>The material of a design.</summary>
    public Material In(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (Parameter is null)
        {
            return Options[0];
        }

        var word = design.Choice(Parameter);
        var choices = design.Space.Find(Parameter)?.Choices ?? [];
        return Options[choices.ToList().IndexOf(word)];
    }
}
