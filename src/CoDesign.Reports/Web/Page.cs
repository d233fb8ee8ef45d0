using System.Text;
using CoDesign.Reports.Plots;

namespace CoDesign.Reports.Web;

/// <summary>The body of a report as it is written: numbers sections, figures and tables, and collects the
/// contents.</summary>
internal sealed class Page
{
    // A table of more rows would part a reader from its headings.
    private const int MostRows = 18;

    private readonly StringBuilder _body = new();
    private readonly List<(string Id, string Title)> _contents = [];
    private int _figures;
    private int _tables;
    private int _plots;

    /// <summary>Ids and titles of the sections so far, in order.</summary>
    public IReadOnlyList<(string Id, string Title)> Contents => _contents;

    public Markup Body => new(_body.ToString());

    public void Add(MarkupInterpolation html) => _body.Append(html.ToString()).Append('\n');

    /// <summary>Opens a numbered section; the caller closes it with <see cref="EndSection"/>.</summary>
    public void BeginSection(string id, string title)
    {
        _contents.Add((id, title));
        Add($"<section id=\"{id}\"><h2><span class=\"number\">{_contents.Count}</span>{title}</h2>");
    }

    public void EndSection() => Add($"</section>");

    public void Heading(string title) => Add($"<h3>{title}</h3>");

    public void Paragraph(MarkupInterpolation html) => Add($"<p>{Markup.From(html)}</p>");

    /// <summary>A figure with its caption; <paramref name="plot"/> is drawn by plotly when the page is open.</summary>
    public void Figure(PlotSize size, Plot plot, string title, MarkupInterpolation caption)
    {
        var name = SizeName(size);
        Add($"<figure class=\"{name}\">{Drawing(plot, title, size)}{Caption(title, caption)}</figure>");
    }

    /// <summary>Many small plots under one caption.</summary>
    public void SmallMultiples(IEnumerable<(string Title, Plot Plot)> plots, string title, MarkupInterpolation caption)
    {
        Add($"<figure class=\"wide\"><div class=\"multiples\">");
        foreach (var (name, plot) in plots)
        {
            Add($"<div class=\"multiple\"><div class=\"multiple-title\">{name}</div>"
                + $"{Drawing(plot, name, PlotSize.Small)}</div>");
        }

        Add($"</div>{Caption(title, caption)}</figure>");
    }

    /// <summary>A figure that is an SVG drawing.</summary>
    public void Drawing(Markup svg, string title, MarkupInterpolation caption) =>
        Add($"<figure class=\"wide\"><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">"
            + $"{svg}</div>{Caption(title, caption)}</figure>");

    public void Table(string title, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Markup>> rows) =>
        Table(title, columns, rows, "scroll");

    /// <summary>A table of any length: a long one scrolls under its headings on the screen and runs on on paper.
    /// </summary>
    public void LongTable(string title, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Markup>> rows) =>
        Table(title, columns, rows, rows.Count > MostRows ? "scroll tall" : "scroll");

    private void Table(
        string title, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Markup>> rows, string scroll)
    {
        _tables++;
        Add($"<div class=\"table\"><div class=\"table-title\"><b>Table {_tables}.</b> {title}</div>");
        Add($"<div class=\"{scroll}\" tabindex=\"0\" role=\"region\" aria-label=\"Table "
            + $"{_tables}\"><table><thead><tr>");
        foreach (var column in columns)
        {
            Add($"<th scope=\"col\"{ClassOf(column)}>{column.Title}</th>");
        }

        Add($"</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Add($"<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                Add($"<td{ClassOf(columns[i])}>{row[i]}</td>");
            }

            Add($"</tr>");
        }

        Add($"</tbody></table></div></div>");
    }

    /// <summary>Opens a part that is folded away until the reader wants it; paper shows it.</summary>
    public void BeginFold(string title) => Add($"<details><summary>{title}</summary>");

    public void EndFold() => Add($"</details>");

    private static Markup ClassOf(Column column) => new(column.Numeric ? " class=\"num\"" : "");

    private static string SizeName(PlotSize size) => size switch
    {
        PlotSize.Wide => "wide",
        PlotSize.Half => "half",
        _ => "small",
    };

    private Markup Caption(string title, MarkupInterpolation caption) =>
        Markup.From($"<figcaption><b>Figure {++_figures}. {title}.</b> {Markup.From(caption)}</figcaption>");

    private Markup Drawing(Plot plot, string title, PlotSize size)
    {
        var id = $"plot-{++_plots}";
        var height = plot.Layout.Height;
        var style = new Markup($" style=\"height:{height}px\"");
        return Markup.From($"""
            <div class="plot" id="{id}" data-size="{SizeName(size)}"{style} role="img" aria-label="{title}"></div>
            <script type="application/json" class="plot-data" data-for="{id}">{new Markup(PlotJson.Write(plot))}</script>
            """);
    }
}
