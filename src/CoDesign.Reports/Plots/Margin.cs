namespace CoDesign.Reports.Plots;

/// <summary>Margins [px]: left, right, top, bottom.</summary>
internal readonly record struct Margin(int L, int R, int T, int B);
