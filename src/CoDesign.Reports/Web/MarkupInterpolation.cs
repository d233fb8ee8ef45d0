using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CoDesign.Reports.Web;

/// <summary>Interpolated HTML: literal parts pass, strings and numbers are escaped, <see cref="Markup"/>
/// passes.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Html);

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(double number) => _text.Append(Math.Round(number, 2));

    public override string ToString() => _text.ToString();
}
