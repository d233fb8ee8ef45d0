using CoDesign.Physics.Materials;
using CsCheck;

namespace CoDesign.Physics.Tests;

/// <summary>One of the catalogue, each equally likely.</summary>
internal static class AnyOf
{
    public static Gen<Material> Materials { get; } =
        Gen.OneOf<string>([.. MaterialCatalogue.Names]).Select(MaterialCatalogue.Get);

    public static Gen<Element> Elements { get; } = Gen.OneOf<Element>([.. PeriodicTable.All]);
}
