namespace CoDesign.Reports.Web;

/// <summary>How much of the text width a plot takes on a wide screen and on paper.</summary>
internal enum PlotSize
{
    Wide,
    Half,
    Small,
}
