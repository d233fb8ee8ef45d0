namespace CoDesign.Physics.Materials;

/// <summary>An element and its share of a material.</summary>
/// <param name="Element">The element.</param>
/// <param name="MassFraction">Fraction of the mass, in (0, 1].</param>
public readonly record struct ElementFraction(Element Element, double MassFraction);
