namespace CoDesign.Physics.Showers;

/// <summary>Distribution of the shower-to-shower parameters T and alpha of the gamma profile: normal in their
/// logarithms.</summary>
/// <param name="MeanLogMaximum">Mean of ln T, T the depth of the maximum [X0].</param>
/// <param name="MeanLogShape">Mean of ln alpha.</param>
/// <param name="SigmaLogMaximum">Standard deviation of ln T.</param>
/// <param name="SigmaLogShape">Standard deviation of ln alpha.</param>
/// <param name="Correlation">Correlation of ln T and ln alpha, in (-1, 1).</param>
public readonly record struct LongitudinalParameters(
    double MeanLogMaximum,
    double MeanLogShape,
    double SigmaLogMaximum,
    double SigmaLogShape,
    double Correlation)
{
    /// <summary>Depth of the maximum T of the typical shower, exp of the mean of ln T [X0].</summary>
    public double Maximum => Math.Exp(MeanLogMaximum);

    /// <summary>Shape alpha of the typical shower.</summary>
    public double Shape => Math.Exp(MeanLogShape);

    /// <summary>Scale beta = (alpha - 1)/T of the typical shower [1/X0].</summary>
    public double Scale => (Shape - 1) / Maximum;
}
