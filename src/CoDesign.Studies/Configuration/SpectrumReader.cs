using CoDesign.Detectors.Configuration;
using CoDesign.Simulation.Events;
using static CoDesign.Detectors.Configuration.Schema;

namespace CoDesign.Studies.Configuration;

/// <summary>Spectra in study files: one of fixed, list, uniform, log_uniform.</summary>
internal static class SpectrumReader
{
    /// <summary>The format.</summary>
    /// <param name="value">Format of one value.</param>
    /// <param name="noun">What the values are, in the plural.</param>
    public static ObjectSchema Schema(QuantitySchema value, string noun) => Record(
        Optional("fixed", value, $"One of the {noun} alone."),
        Optional("list", List(value, 1), $"{noun} in turn."),
        Optional("uniform", List(value, 2, 2), $"Flat between two {noun}."),
        Optional("log_uniform", List(value, 2, 2), $"Flat in the logarithm between two {noun}."));

    /// <summary>Reads a spectrum.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="problems">Receives what is wrong beyond the schema.</param>
    /// <returns>Null with a problem, of the schema or here.</returns>
    public static EnergySpectrum? Read(ConfigNode? node, List<Problem> problems)
    {
        // The last word of the path is the quantity: energy, momentum.
        string noun = node?.Path.Split('.')[^1] ?? "";
        if (Form(node, noun, ["fixed", "list", "uniform", "log_uniform"], problems) is not var (form, values))
        {
            return null;
        }

        return form switch
        {
            "uniform" => EnergySpectrum.Uniform(values[0], values[1]),
            "log_uniform" => EnergySpectrum.LogUniform(values[0], values[1]),
            _ => EnergySpectrum.List(values),
        };
    }

    /// <summary>The form that is given, of those where one excludes the others, and its values.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="noun">What a value is, for messages.</param>
    /// <param name="forms">The forms; uniform and log_uniform lie between two values.</param>
    /// <param name="problems">Receives what is wrong beyond the schema.</param>
    /// <returns>Null with a problem, of the schema or here.</returns>
    public static (string Form, double[] Values)? Form(
        ConfigNode? node, string noun, IReadOnlyList<string> forms, List<Problem> problems)
    {
        // What the schema refused has its problem already.
        if (node is not { IsValid: true } || node.Entries.Any(e => !IsWhole(e.Value)))
        {
            return null;
        }

        List<KeyValuePair<string, ConfigNode>> given = [.. node.Entries];
        if (given.Count != 1)
        {
            problems.Add(node.Problem($"given {given.Count} forms, must be one of {string.Join(", ", forms)}"));
            return null;
        }

        (string form, ConfigNode value) = given[0];
        double[] values = form == "fixed" ? [value.Number] : [.. value.Items.Select(i => i.Number)];
        bool isRange = form is "uniform" or "log_uniform";
        if (isRange && values.Length != 2)
        {
            return null; // a problem by the schema
        }

        if (isRange && !(values[0] < values[1]))
        {
            problems.Add(value.Problem($"the first {noun} must be below the second"));
            return null;
        }

        return (form, values);
    }

    // Whether the schema has accepted a node with all its items.
    private static bool IsWhole(ConfigNode node) => node.IsValid && (!node.IsList || node.Items.All(IsWhole));
}
