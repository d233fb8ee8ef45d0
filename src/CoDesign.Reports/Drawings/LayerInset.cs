using CoDesign.Reports.Numbers;
using CoDesign.Reports.Web;
using CoDesign.Studies.Results;

namespace CoDesign.Reports.Drawings;

/// <summary>Two periods of each section, magnified, with the thickness of every layer. All sections share one scale but
/// those
/// too thin to be seen on it.</summary>
internal static class LayerInset
{
    private const int Periods = 2;
    private const double PixelWidth = 300;
    private const double PixelHeight = 44;
    private const double TooThin = 0.15;

    /// <summary>Cards for the sections in order; sections of the two stacks are paired by their position.</summary>
    public static Markup Render(StackSummary before, StackSummary after, MaterialColors colors)
    {
        var thickest = before.Sections.Concat(after.Sections).Select(PeriodMm).DefaultIfEmpty(1).Max();
        var cards = new List<Markup>();
        for (var i = 0; i < Math.Max(before.Sections.Count, after.Sections.Count); i++)
        {
            var (old, optimum) = (before.Sections.ElementAtOrDefault(i), after.Sections.ElementAtOrDefault(i));
            var own = Math.Max(old is null ? 0 : PeriodMm(old), optimum is null ? 0 : PeriodMm(optimum));
            var thin = own < TooThin * thickest;
            var scale = PixelWidth / (Periods * Math.Max(thin ? own : thickest, 1e-9));
            var note = thin ? Markup.From($" <span class=\"note\">(drawn "
                + $"{NumberText.Plain(thickest / own, digits: 2)} times larger)</span>") : Markup.Empty;
            cards.Add(Markup.From($"""
                <div class="inset"><h4>{(optimum ?? old)?.Name}{note}</h4>{Row("baseline", old, scale, colors)}
                {Row("optimum", optimum, scale, colors)}</div>
                """));
        }

        return Markup.From($"<div class=\"insets\">{new Markup(string.Concat(cards))}</div>");
    }

    private static double PeriodMm(SectionSummary section) => Layers(section).Sum(layer => layer.ThicknessMm);

    private static LayerSummary[] Layers(SectionSummary section) =>
        [section.Absorber, section.Active, .. section.Passive is { } passive ? new[] { passive } : []];

    private static Markup Row(string name, SectionSummary? section, double scale, MaterialColors colors)
    {
        if (section is null)
        {
            return Markup.From($"<div class=\"inset-row\">{name}: none</div>");
        }

        var layers = Layers(section);
        var rectangles = new List<Markup>();
        var x = 0.0;
        for (var i = 0; i < Periods * layers.Length; i++)
        {
            var layer = layers[i % layers.Length];
            var width = layer.ThicknessMm * scale;
            rectangles.Add(Markup.From($"<rect x=\"{x}\" y=\"0\" width=\"{width}\" height=\"{PixelHeight}\" "
                + $"fill=\"{colors[layer.Material]}\"/>"));
            x += width;
        }

        var labels = layers.Select(layer => Markup.From(
            $"<span class=\"layer\"><i style=\"background:{colors[layer.Material]}\"></i>{layer.Material} <b>"
                + $"{NumberText.Plain(layer.ThicknessMm, "mm", 3)}</b></span>"));
        return Markup.From($"""
            <div class="inset-row">
            <div class="inset-name">{name},
            {section.Layers} layers of {NumberText.Plain(PeriodMm(section), "mm", 3)}</div>
            <svg viewBox="0 0 {PixelWidth} {PixelHeight}" role="img">
            <title>{Periods} periods of {section.Name}, {name}</title>{new Markup(string.Concat(rectangles))}</svg>
            <div>{new Markup(string.Concat(labels))}</div></div>
            """);
    }
}
