using CoDesign.Reports.Plots;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>A colour for each group of layers, the same in all drawings and figures of a report.</summary>
internal sealed class GroupColors
{
    /// <summary>The curve that sums the material of all groups.</summary>
    public const string Total = "total";

    private static readonly string[] Cycle = [.. Palette.Cycle, "#4b5563", "#7c5c3b", "#6d28d9", "#a3b18a"];
    private readonly string[] _names;

    /// <summary>Colours by order of first appearance.</summary>
    public GroupColors(params IEnumerable<TrackerSummary> trackers) => _names =
    [
        .. trackers.SelectMany(tracker => tracker.Layers.Select(layer => layer.Name))
            .Concat(trackers.SelectMany(tracker => tracker.Material.Keys)).Where(name => name != Total).Distinct(),
    ];

    /// <summary>All groups.</summary>
    public IReadOnlyList<string> Names => _names;

    public string this[string name] => Cycle[Math.Max(Array.IndexOf(_names, name), 0) % Cycle.Length];

    /// <summary>The groups of the layers with their colours, for a legend.</summary>
    public (string Name, string Color)[] Of(IEnumerable<TrackerSummary> trackers) =>
    [
        .. trackers.SelectMany(tracker => tracker.Layers).Select(layer => layer.Name).Distinct()
            .Select(name => (name, this[name])),
    ];
}
