using CoDesign.Reports.Web;

namespace CoDesign.Reports.Sections;

/// <summary>What the models leave out.</summary>
internal static class NotModelledSection
{
    public static void Write(Page page, IReadOnlyList<string> notModelled)
    {
        page.BeginSection("not-modelled", "What was not modelled");
        page.Add($"<ul>");
        foreach (var item in notModelled)
        {
            page.Add($"<li>{item}</li>");
        }

        page.Add($"</ul>");
        if (notModelled.Count == 0)
        {
            page.Paragraph($"The study does not say; that does not mean that everything was modelled.");
        }

        page.EndSection();
    }
}
