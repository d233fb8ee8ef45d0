using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Calorimeters;

/// <summary>One slab of each layer of a section, as a file describes it.</summary>
/// <param name="Material">Its material, fixed or chosen.</param>
/// <param name="Thickness">Its thickness [mm].</param>
public sealed record LayerDescription(MaterialChoice Material, Expression Thickness);
