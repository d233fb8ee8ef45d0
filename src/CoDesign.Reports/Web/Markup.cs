namespace CoDesign.Reports.Web;

/// <summary>Text that is HTML already; every other string is escaped where it meets HTML.</summary>
/// <param name="Html">The HTML.</param>
internal readonly record struct Markup(string Html)
{
    public static Markup Empty => new("");

    /// <summary>HTML from an interpolated string: the literal parts are HTML, the values are escaped.</summary>
    public static Markup From(MarkupInterpolation text) => new(text.ToString());

    public override string ToString() => Html;
}
