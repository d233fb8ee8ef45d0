using CoDesign.Detectors.Expressions;
using CoDesign.Detectors.Geometries;

namespace CoDesign.Detectors.Trackers;

/// <summary>Material of a layer, as a file describes it.</summary>
/// <param name="Material">The material, fixed or chosen.</param>
/// <param name="Thickness">Thickness at normal incidence [mm]; of cooling, thickness per power per area.</param>
public sealed record LayerMaterial(MaterialChoice Material, Expression Thickness);
