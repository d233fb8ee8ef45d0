using CoDesign.Detectors.Configuration;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Detectors.Geometries;

/// <summary>The keys that geometry files of every kind have.</summary>
internal static class CommonSchema
{
    /// <summary>The keys at the head of every file, to be followed by those of the kind.</summary>
    /// <param name="version">The version of the kind's format.</param>
    /// <param name="kind">The word at the key "kind".</param>
    public static IReadOnlyList<SchemaKey> Head(int version, string kind) => [
        Format(version),
        Required("kind", Choice(kind), "Kind of detector."),
        Required("name", Text, "Name of the concept, for reports."),
        Optional("description", Text, "What the concept is."),
        Default("parameters", Map(Parameter(), "parameter"), "{}", "Free parameters of the design, by name."),
        Default("derived", Map(new ExpressionSchema(null), "quantity"), "{}",
            "Named expressions of parameters and of each other."),
        Default("materials", Map(Material(), "material"), "{}", "Materials beyond the catalogue, by name."),
    ];

    private static VariantSchema Parameter()
    {
        var range = new QuantitySchema(null);
        SchemaKey[] common = [
            Default("stage", Choice("geometry", "readout"), "geometry", "Stage the parameter belongs to."),
            Optional("description", Text, "What the parameter is."),
        ];
        SchemaKey[] bounds = [
            Required("min", range, "Lower bound."),
            Required("max", range, "Upper bound."),
            Required("baseline", range, "Value in the baseline design."),
            Default("scale", Choice("linear", "log"), "linear", "Scale on which it is searched."),
            .. common,
        ];
        return Variant(
            "kind",
            "continuous",
            "What values the parameter takes.",
            ("continuous", Record(bounds)),
            ("integer", Record(bounds)),
            ("choice", Record([
                Required("choices", List(Text, 2), "The words to choose from."),
                Required("baseline", Text, "The word in the baseline design."),
                .. common,
            ])),
            ("array", Record([
                Required("count", Text, "Number of elements, or the integer parameter whose baseline it is."),
                Required("min", range, "Lower bound of every element."),
                Required("max", range, "Upper bound of every element."),
                Required("baseline", new ExpressionSchema(null),
                    "Values in the baseline design, an expression of index (from 1), count and other parameters."),
                Default("scale", Choice("linear", "log"), "linear", "Scale on which they are searched."),
                .. common,
            ])));
    }

    private static ObjectSchema Material()
    {
        var parts = Number("(0, inf)");
        return Record(
            Required("density", Quantity("(0 g/cm3, 50 g/cm3]"), "Density."),
            Optional("mass_fractions", Map(Number("(0, 1]"), "element", 1), "Mass fraction of each element."),
            Optional("formula", Map(parts, "element", 1), "Number of atoms of each element."),
            Optional("mixture", Map(Number("(0, 1]"), "material", 1), "Mass fraction of each material."),
            Optional("mean_excitation_energy", Quantity("(0 eV, 10 keV]"),
                "Mean excitation energy I; by Bragg's rule from the parts if absent."));
    }
}
