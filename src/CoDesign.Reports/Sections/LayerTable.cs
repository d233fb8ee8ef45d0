using CoDesign.Reports.Drawings;
using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Sections;

/// <summary>The layers of a tracker before and after, in numbers.</summary>
internal static class LayerTable
{
    private const int Foldable = 12;

    public static void Write(Page page, TrackerSummary before, TrackerSummary after)
    {
        int count = Math.Max(before.Layers.Count, after.Layers.Count);
        if (count > Foldable)
        {
            page.BeginFold($"All {count} layers in numbers");
        }

        string place = TrackerText.IsBarrel(after) ? "Radius" : "z";
        page.Table(
            "Layers in the order of the track. Where a number changes, the baseline's stands before the arrow and the "
                + "optimum's behind it. x/X₀ is that of normal incidence.",
            [
                new("Layer", true), new("Group"), new($"{place}, baseline [mm]", true),
                new($"{place}, optimum [mm]", true), new("x/X₀ [%]", true), new("Resolution, bending plane [µm]", true),
                new("Resolution, along the field axis [µm]", true),
            ],
            Enumerable.Range(0, count).Select(i =>
                Row(i, before.Layers.ElementAtOrDefault(i), after.Layers.ElementAtOrDefault(i))));
        if (count > Foldable)
        {
            page.EndFold();
        }
    }

    private static Markup[] Row(int i, TrackerLayerSummary? before, TrackerLayerSummary? after) =>
    [
        Markup.From($"{i + 1}"),
        Markup.From($"{Names.Words((after ?? before)?.Name ?? "")}"),
        Markup.From($"{Place(before)}"),
        Markup.From($"<b>{Place(after)}</b>"),
        Both(before?.RadiationLengths, after?.RadiationLengths, 100, 3),
        Both(before?.ResolutionUMm, after?.ResolutionUMm, 1000, 3),
        Both(before?.ResolutionVMm, after?.ResolutionVMm, 1000, 3),
    ];

    private static Markup Both(double? before, double? after, double unit, int digits)
    {
        (string first, string second) = (Number(before, unit, digits), Number(after, unit, digits));
        return first == second ? Markup.From($"{first}") : Markup.From($"{first} → <b>{second}</b>");
    }

    private static string Place(TrackerLayerSummary? layer) =>
        layer is null ? "–" : NumberText.Fixed(layer.PositionMm, 2);

    private static string Number(double? value, double unit, int digits) =>
        value is { } number ? NumberText.Plain(unit * number, digits: digits) : "–";
}
