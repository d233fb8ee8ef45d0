namespace CoDesign.Reports.Plots;

/// <summary>A plotly figure.</summary>
/// <param name="Data">Traces in drawing order.</param>
/// <param name="Layout">Axes, legend, shapes.</param>
internal sealed record Plot(IReadOnlyList<Trace> Data, Layout Layout);
