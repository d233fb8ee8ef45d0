namespace CoDesign.Learning.Tracking;

/// <summary>Residuals to the track that all hits together tell, at every layer; NaN where nothing was measured. Arrays
/// are [layers].</summary>
/// <param name="ResidualU">Measured less smoothed u [mm].</param>
/// <param name="VarianceU">Its variance [mm2].</param>
/// <param name="ResidualV">Measured less smoothed v [mm].</param>
/// <param name="VarianceV">Its variance [mm2].</param>
public sealed record SmoothedTrack(double[] ResidualU, double[] VarianceU, double[] ResidualV, double[] VarianceV);
