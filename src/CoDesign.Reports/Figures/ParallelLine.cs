using CoDesign.Reports.Plots;

namespace CoDesign.Reports.Figures;

/// <summary>A design in parallel coordinates.</summary>
/// <param name="Group">Name of its kind in the legend, as plotly reads it.</param>
/// <param name="Places">Its place on each axis; not a number parts the line.</param>
/// <param name="Stroke">Line.</param>
/// <param name="Marker">Its points.</param>
/// <param name="Hover">What the reader sees under the pointer, as plotly reads it.</param>
internal sealed record ParallelLine(
    string Group, IReadOnlyList<double> Places, Stroke Stroke, Marker Marker, string Hover);
