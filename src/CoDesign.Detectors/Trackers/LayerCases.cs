using CoDesign.Detectors.Expressions;

namespace CoDesign.Detectors.Trackers;

/// <summary>The names that expressions of layers may refer to, once for each layer of a group.</summary>
internal static class LayerCases
{
    /// <summary>Names with a meaning in the expressions of layers or of their readout.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
        ["index", "count", "pitch_u", "pitch_v", "thickness", "position"];

    /// <summary>In a group of layers: index, count, and the elements of arrays.</summary>
    /// <param name="group">Its name.</param>
    /// <param name="count">Number of its layers.</param>
    /// <param name="arrays">The arrays and how many elements they have.</param>
    public static IReadOnlyList<LocalNames> OfGroup(
        string group, int count, IReadOnlyDictionary<string, int> arrays) =>
        [.. Enumerable.Range(1, count).Select(index => new LocalNames
        {
            Place = $", for index {index} of {group}",
            Numbers = new Dictionary<string, double> { ["index"] = index, ["count"] = count },
            Aliases = arrays.Where(array => array.Value == count)
                .ToDictionary(array => array.Key, array => $"{array.Key}_{index}"),
            Faults = arrays.Where(array => array.Value != count).ToDictionary(
                array => array.Key,
                array => $"{array.Key} has {array.Value} elements, but {group} has {count} layers"),
        })];

    /// <summary>In the electronics, power and cost of a layer: also its pitches, the thickness of its sensor and its
    /// position.</summary>
    public static IReadOnlyList<LocalNames> OfElectronics(LayerGroup group, IReadOnlyList<LocalNames> layers)
    {
        var faults = new Dictionary<string, string>();
        var definitions = new Dictionary<string, Expression>();
        Add("pitch_u", group.PitchU, "no pitch");
        Add("pitch_v", group.PitchV, "no pitch");
        Add("thickness", group.Sensor?.Thickness, "no sensor");
        Add("position", group.Position, "no position");
        return [.. layers.Select(layer => new LocalNames
        {
            Place = layer.Place,
            Definitions = definitions,
            Faults = faults,
            Outer = layer,
        })];

        void Add(string name, Expression? expression, string lack)
        {
            if (expression is null)
            {
                faults.Add(name, $"{name} has no value: {group.Name} has {lack}");
            }
            else
            {
                definitions.Add(name, expression);
            }
        }
    }
}
