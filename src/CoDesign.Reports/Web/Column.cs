namespace CoDesign.Reports.Web;

/// <summary>A column of a table.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Numeric">Whether it holds numbers, which are set to the right.</param>
internal sealed record Column(string Title, bool Numeric = false);
