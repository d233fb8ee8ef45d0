using CoDesign.Detectors.Configuration;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Minimization;

/// <summary>The format of a space file, version 1, as data: what a program is to be minimised over.</summary>
public static class MinimizationSchema
{
    /// <summary>The schema of the whole file.</summary>
    public static ObjectSchema File { get; } = Record(
        Default("format", new IntegerSchema(Bounds.Parse("[1, 1]")), "1", "Version of the file format."),
        Optional("name", Text, "Name, for the run directory; that of the file if absent."),
        Optional("description", Text, "What is minimised."),
        Required("parameters", Map(Parameter(), "parameter", 1), "What the program is asked with, by name."),
        Optional("objectives", OneOf(WholeNumber("[1, 20]"), List(Text, 1, 20)),
            "Number or names of the objectives, all minimised; as many as the first answer has if absent."),
        Optional("constraints", OneOf(WholeNumber("[0, 100]"), List(Text, 1, 100)),
            "Number or names of the constraints; as many as the first answer has if absent."),
        Optional("reference_point", List(Number("(-inf, inf)"), 1, 20),
            "Worst values of interest of the objectives; hypervolumes are counted from there."));

    private static VariantSchema Parameter()
    {
        var range = new QuantitySchema(null);
        SchemaKey[] pasted = [
            Optional("stage", Choice("geometry", "readout"), "As in a geometry file; not used."),
            Optional("description", Text, "What the parameter is."),
        ];
        SchemaKey[] bounds = [
            Required("min", range, "Lower bound; the program is given numbers in its unit (in that of max if it is a bare 0)."),
            Required("max", range, "Upper bound."),
            Optional("baseline", range, "As in a geometry file; checked, not used."),
            Default("scale", Choice("linear", "log"), "linear", "Scale on which it is searched."),
            .. pasted,
        ];
        return Variant(
            "kind",
            "continuous",
            "What values the parameter takes.",
            ("continuous", Record(bounds)),
            ("integer", Record(bounds)),
            ("choice", Record([
                Required("choices", List(Text, 2),
                    "The words to choose from; numbers if all are numbers, none of them twice, true and false if all are these."),
                Optional("baseline", Text, "As in a geometry file; checked, not used."),
                .. pasted,
            ])));
    }
}
